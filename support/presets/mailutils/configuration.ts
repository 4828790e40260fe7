/** What private imap4d and pop3d are configured with. README.md says why. */
import type { Ports as PortsOf } from '../services';

export type Ports = PortsOf<'pop3' | 'pop3s' | 'imap' | 'imaps'>;

export interface Instance {
  directory: string;
  ports: Ports;
}

/** For imap4d (`imap`) or pop3d (`pop3`). */
export function daemonConf(protocol: 'imap' | 'pop3', { directory, ports }: Instance): string {
  return `mode daemon;
foreground yes;
logging { syslog no; };
tcp-wrappers { enable no; };
max-children 50;

auth {
  authentication clear;
  authentication generic;
  authorization clear;
  authorization virtdomain:system;
};
virtdomain { passwd-dir ${directory}/passwd; };
gsasl { cram-passwd ${directory}/secrets; };

tls {
  ssl-certificate-file ${directory}/cert.pem;
  ssl-key-file ${directory}/key.pem;
};
server 127.0.0.1:${ports[protocol]} { tls-mode ondemand; };
server 127.0.0.1:${ports[`${protocol}s`]} { tls-mode connection; };
`;
}

/** An account as its files need it. */
export interface Entry {
  local: string;
  user: string;
  password: string;
  /** crypt(3) of the password. */
  hash: string;
}

/** The virtual domain's passwd(5): its INBOX is a file in the home directory. */
export function passwdFile(directory: string, uid: number, gid: number, entries: readonly Entry[]): string {
  return entries
    .map(({ local, hash }) => `${local}:${hash}:${uid}:${gid}::${directory}/mail/${local}:/bin/false\n`)
    .join('');
}

/** For the mechanisms in which the password itself does not travel; the format is the one of GNU SASL. */
export function secretsFile(entries: readonly Entry[]): string {
  return entries.map(({ user, password }) => `${user}\t${password}\n`).join('');
}
