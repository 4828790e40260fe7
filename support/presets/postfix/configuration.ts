/** What a private Postfix is configured with: Debian's own files, and on top what a private instance with virtual mailboxes needs. */
import { PRESET_ACCOUNTS, PRESET_DOMAIN } from '../accounts';
import { PRESET_ALIASES } from '../aliases';
import type { Ports as PortsOf } from '../services';
import { TRUSTED_NETWORK } from '../settings';

export type Ports = Partial<PortsOf<'smtp' | 'submission' | 'submissions'>>;

/** The folders and the ports of an instance. */
export interface Instance {
  directory: string;
  ports: Ports;
  /** The port of all MX hosts. */
  mxPort: number;
  /** The user who owns the mail, by number. */
  uid: number;
  gid: number;
}

/** @param debian the text of Debian's main.cf template */
export function mainCf(debian: string, { directory, mxPort, uid, gid }: Instance): string {
  return `${debian}
# A private instance.
queue_directory = ${directory}/queue
data_directory = ${directory}/data
maillog_file = ${directory}/log/mail.log
maillog_file_prefixes = ${directory}
inet_interfaces = 127.0.0.1
inet_protocols = ipv4
myhostname = mail.${PRESET_DOMAIN}
myorigin = ${PRESET_DOMAIN}
mydestination =
smtpd_tls_cert_file = ${directory}/cert.pem
smtpd_tls_key_file = ${directory}/key.pem
smtpd_tls_security_level = may

# The suite plays the rest of the Internet, from 127.0.0.1: it must be no client whose mail is relayed, but where it comes from a network of its own.
mynetworks = ${TRUSTED_NETWORK}
smtpd_relay_restrictions = permit_mynetworks permit_sasl_authenticated defer_unauth_destination

# Mail for elsewhere goes to the hosts that the suite plays; what waits for minutes or days elsewhere waits for seconds.
smtp_tcp_port = ${mxPort}
# TLS where the host has it, as in the main.cf that Debian's package writes; and as signed records of the host ask for it, where there are any.
smtp_tls_security_level = dane
smtp_dns_support_level = dnssec
smtp_connect_timeout = 5s
smtp_helo_timeout = 5s
smtp_starttls_timeout = 5s
smtp_mail_timeout = 5s
smtp_rcpt_timeout = 5s
smtp_data_init_timeout = 5s
smtp_data_done_timeout = 5s
smtp_quit_timeout = 5s
queue_run_delay = 1s
minimal_backoff_time = 2s
maximal_backoff_time = 2s
maximal_queue_lifetime = 10s
bounce_queue_lifetime = 8s
delay_warning_time = 5s

# Mailboxes without system users.
virtual_mailbox_domains = ${PRESET_DOMAIN}
virtual_mailbox_base = ${directory}/mail
virtual_mailbox_maps = texthash:${directory}/mailboxes
virtual_alias_maps = texthash:${directory}/aliases
virtual_uid_maps = static:${uid}
virtual_gid_maps = static:${gid}
virtual_mailbox_limit = 0
`;
}

/**
 * Debian's services, those that have a port of the instance at it and out of the comments that Debian ships them in, nothing in a chroot
 * (which Debian's start script would have to fill).
 * @param debian the text of Debian's master.cf template
 */
export function masterCf(debian: string, { ports }: Pick<Instance, 'ports'>): string {
  const services = withServices(debian, Object.keys(ports))
    .split('\n')
    .map((line) => {
      const fields = line.split(/\s+/);
      if (/^[\s#]/.test(line) || fields.length < 8) return line;
      const port = ports[fields[0] as keyof Ports];
      if (port !== undefined && fields[1] === 'inet') fields[0] = `127.0.0.1:${port}`;
      fields[4] = 'n';
      return fields.join(' ');
    });
  return services.join('\n');
}

/** The line of each such service and its options; the prose between them stays a comment. */
function withServices(debian: string, names: readonly string[]): string {
  return names.reduce((text, name) => {
    const block = new RegExp(`^#${name}\\s+inet .*\\n(?:#  .*\\n)+`, 'm');
    return text.replace(block, (commented) => commented.replace(/^#(?= {2}-o|\w)/gm, ''));
  }, debian);
}

export function mailboxMap(): string {
  return PRESET_ACCOUNTS.map(({ address, user }) => `${address} ${user}/\n`).join('');
}

/** RFC 5321 §4.5.1: every domain takes mail for postmaster. */
export function aliasMap(): string {
  const postmaster = { address: `postmaster@${PRESET_DOMAIN}`, to: [PRESET_ACCOUNTS[0]!.address] };
  return [postmaster, ...PRESET_ALIASES].map(({ address, to }) => `${address} ${to.join(', ')}\n`).join('');
}
