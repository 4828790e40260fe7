/** Debian's Courier as a target: POP3 and IMAP over Maildirs. README.md says which settings it has and why. */
import { chownSync, readFileSync } from 'node:fs';
import type { TargetSettings } from '../../targets/settings';
import type { Service } from '../../targets/target';
import { PRESET_ACCOUNTS } from '../accounts';
import { makeCertificate } from '../certificate';
import { crypt } from '../crypt';
import { Daemons } from '../daemons';
import { placeServices } from '../services';
import { PRESET_SETTINGS } from '../settings';
import { standUp } from '../stand-up';
import { requireUnpacked, type Unpacked } from '../unpacked/packages';
import { PrivateRoot } from '../unpacked/private-root';
import { usersOf } from '../unpacked/users';
import type { Workplace } from '../workplace';
import { type Ports, START, settingsByFile, userdb, withSettings } from './configuration';

const NEEDED: Unpacked = {
  preset: 'courier',
  release: 'bookworm',
  packages: ['courier-imap', 'courier-pop', 'courier-authlib-userdb'],
};

/** The server's own user, and the one whom all mail belongs to. */
const [COURIER, OWNER] = usersOf({ courier: '/var/lib/courier', vmail: '/nonexistent' });

export const courier = standUp({
  preset: 'courier',
  baseline: 'courier/baseline.json',
  require: (options) => requireUnpacked(NEEDED, options),
  lay: async (workplace, packages) => {
    const { ports, services } = await placeServices(['pop3', 'pop3s', 'imap', 'imaps']);
    const root = new PrivateRoot(workplace, packages, [COURIER!, OWNER!]);
    const ca = await lay(workplace, root, ports);
    const daemon = { program: 'courier', command: root.command('/bin/sh', '/start.sh'), ready: services };
    return { settings: settingsOf(workplace, services, ca), server: new Daemons([daemon], workplace.directory) };
  },
});

/** Writes all files of the instance; gives the certificate that clients must trust. */
async function lay(workplace: Workplace, root: PrivateRoot, ports: Ports): Promise<string> {
  const { cert, key } = await makeCertificate();
  for (const [name, settings] of Object.entries(settingsByFile(ports))) {
    const file = `etc/courier/${name}`;
    root.write(file, withSettings(readFileSync(root.path(file), 'utf8'), settings));
  }
  root.write('start.sh', START);
  const own = [root.write('etc/courier/server.pem', key + cert, 0o600)];
  for (const name of ['run/courier', 'run/courier/authdaemon', 'var/lib/courier']) own.push(root.folder(name));
  for (const path of own) chownSync(path, COURIER!.id, COURIER!.id);
  await layAccounts(workplace, root);
  return cert;
}

async function layAccounts(workplace: Workplace, root: PrivateRoot): Promise<void> {
  const home = (user: string) => workplace.path('mail', user);
  const hashes = new Map<string, string>();
  for (const { user, password } of PRESET_ACCOUNTS) hashes.set(user, await crypt(password));
  root.write('etc/courier/userdb', userdb(hashes, home, OWNER!.id), 0o600);
  await root.run(['/usr/sbin/makeuserdb']);
  for (const { user } of PRESET_ACCOUNTS) {
    const folders = ['', '/Maildir', '/Maildir/cur', '/Maildir/new', '/Maildir/tmp'];
    for (const name of folders) chownSync(workplace.folder(`mail/${user}${name}`), OWNER!.id, OWNER!.id);
  }
}

function settingsOf(workplace: Workplace, services: Service[], ca: string): TargetSettings {
  return {
    ...PRESET_SETTINGS,
    name: 'Courier 5.0',
    directory: workplace.directory,
    services,
    tls: { ca, servername: 'localhost' },
    limits: { badLogins: 2, errors: 8, connections: 50 },
    // A refused login is answered after five seconds, the end of a mailbox after two.
    timing: { reply: 10_000, delivery: 10_000, retry: 2_000, giveUp: 8_000 },
  };
}
