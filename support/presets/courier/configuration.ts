/** What a private Courier is configured with: Debian's own files, with what a private instance needs. */
import { PRESET_ACCOUNTS } from '../accounts';
import type { Ports as PortsOf } from '../services';

export type Ports = PortsOf<'pop3' | 'pop3s' | 'imap' | 'imaps'>;

/** By file below /etc/courier: settings that take the place of Debian's. */
export function settingsByFile(ports: Ports): Record<string, Record<string, string>> {
  const at = (port: number) => ({ ADDRESS: '127.0.0.1', PORT: String(port), MAXDAEMONS: '60', MAXPERIP: '50' });
  const tls = (port: number) => ({
    SSLADDRESS: '127.0.0.1',
    SSLPORT: String(port),
    TLS_CERTFILE: '/etc/courier/server.pem',
    // The certificates of clients are not asked for.
    TLS_TRUSTCERTS: '',
  });
  return {
    imapd: { ...at(ports.imap), IMAP_IDLE_TIMEOUT: '1' },
    'imapd-ssl': tls(ports.imaps),
    pop3d: at(ports.pop3),
    'pop3d-ssl': tls(ports.pop3s),
    authdaemonrc: { authmodulelist: '"authuserdb"' },
  };
}

/** @param debian the text of one of its files, lines `NAME=value` */
export function withSettings(debian: string, settings: Readonly<Record<string, string>>): string {
  const kept = debian.split('\n').filter((line) => !Object.hasOwn(settings, line.split('=')[0]!));
  return [...kept, ...Object.entries(settings).map(([name, value]) => `${name}=${value}`), ''].join('\n');
}

/** userdb: an account a line. @param hashes crypt(3) of the passwords, by user */
export function userdb(hashes: ReadonlyMap<string, string>, home: (user: string) => string, id: number): string {
  return PRESET_ACCOUNTS.map(({ user }) => {
    const at = home(user);
    return `${user}\tuid=${id}|gid=${id}|home=${at}|mail=${at}/Maildir|systempw=${hashes.get(user)}\n`;
  }).join('');
}

/** Debian's start scripts put the daemons into the background; the instance ends when this one does. */
export const START = `#!/bin/sh
set -e
for each in authdaemond imapd imapd-ssl pop3d pop3d-ssl; do /usr/sbin/$each start; done
exec sleep infinity
`;
