/** What a private OpenSMTPD is configured with: the file that it comes with, for a domain of its own. */
import { PRESET_DOMAIN } from '../accounts';

/** Nobody may relay: the suite, which is on this machine, plays the rest of the Internet. */
export function smtpdConf(port: number): string {
  return `pki mail cert "/etc/smtpd.crt"
pki mail key "/etc/smtpd.key"
table aliases file:/etc/aliases
table passwords file:/etc/passwords
listen on 127.0.0.1 port ${port} hostname mail.${PRESET_DOMAIN} tls pki mail auth-optional <passwords>
action "local" maildir alias <aliases>
match from any for domain { "${PRESET_DOMAIN}", "mail.${PRESET_DOMAIN}" } action "local"
`;
}
