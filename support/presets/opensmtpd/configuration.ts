/** What a private OpenSMTPD is configured with: the file that it comes with, for a domain of its own. */
import { PRESET_DOMAIN } from '../accounts';
import type { Ports as PortsOf } from '../services';

export type Ports = PortsOf<'smtp' | 'submission' | 'submissions'>;

/** Users alone may relay: the suite, which is on this machine, plays the rest of the Internet. */
export function smtpdConf(ports: Ports): string {
  const listen = (port: number, how: string) =>
    `listen on 127.0.0.1 port ${port} hostname mail.${PRESET_DOMAIN} ${how} <passwords>`;
  return `pki mail cert "/etc/smtpd.crt"
pki mail key "/etc/smtpd.key"
table aliases file:/etc/aliases
table passwords file:/etc/passwords
${listen(ports.smtp, 'tls pki mail auth-optional')}
${listen(ports.submission, 'tls-require pki mail auth')}
${listen(ports.submissions, 'smtps pki mail auth')}
queue ttl 8s
mta limit conn-delay-route 1 conn-delay-relay 0 reconn-delay-route 0 session-keepalive 1
action "local" maildir alias <aliases>
action "outbound" relay
match from any for domain { "${PRESET_DOMAIN}", "mail.${PRESET_DOMAIN}" } action "local"
match auth from any for any action "outbound"
`;
}
