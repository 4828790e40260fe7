/** Debian's Cyrus as a target: LMTP in, POP3 and IMAP out. README.md says which settings it has and why. */
import { chownSync, readFileSync } from 'node:fs';
import { ImapClient } from '../../targets/client/imap-client';
import { using } from '../../targets/client/reach';
import type { TargetSettings } from '../../targets/settings';
import type { Service } from '../../targets/target';
import { PRESET_ACCOUNTS } from '../accounts';
import { makeCertificate } from '../certificate';
import { Daemons } from '../daemons';
import { fillSasldb } from '../sasldb';
import { placeServices } from '../services';
import { PRESET_SETTINGS } from '../settings';
import { type Startable, standUp } from '../stand-up';
import { requireUnpacked, type Unpacked } from '../unpacked/packages';
import { PrivateRoot } from '../unpacked/private-root';
import type { User } from '../unpacked/users';
import type { Workplace } from '../workplace';
import { cyrusConf, imapdConf, type Ports } from './configuration';

const NEEDED: Unpacked = {
  preset: 'cyrus',
  release: 'bookworm',
  packages: ['cyrus-imapd', 'cyrus-pop3d', 'sasl2-bin', 'libsasl2-modules'],
};
const BIN = '/usr/lib/cyrus/bin';

/** As Debian's postinst makes it; 8 is the group mail. */
const CYRUS: User = { name: 'cyrus', id: 59_000, group: 8, home: '/var/spool/cyrus' };

export const cyrus = standUp({
  preset: 'cyrus',
  baseline: 'cyrus/baseline.json',
  require: (options) => requireUnpacked(NEEDED, options),
  lay: async (workplace, packages) => {
    const { ports, services } = await placeServices(['lmtp', 'pop3', 'pop3s', 'imap', 'imaps']);
    const root = new PrivateRoot(workplace, packages, [CYRUS]);
    const ca = await lay(root, ports);
    // … 3.6.1-Debian-3.6.1-4
    const version = (await root.run([`${BIN}/master`, '-V'])).trim().split(' ').at(-1)!.split('-')[0]!;
    const daemon = { program: 'cyrus', command: root.command(`${BIN}/master`), ready: services };
    const settings = settingsOf(workplace, services, ca, version);
    return { settings, server: withMailboxes(new Daemons([daemon], workplace.directory), settings) };
  },
});

/** Writes all files of the instance; gives the certificate that clients must trust. */
async function lay(root: PrivateRoot, ports: Ports): Promise<string> {
  const { cert, key } = await makeCertificate();
  root.write('etc/imapd.conf', imapdConf(readFileSync(root.path('etc/imapd.conf'), 'utf8')));
  root.write('etc/cyrus.conf', cyrusConf(ports));
  root.write('etc/cyrus.crt', cert);
  const secret = root.write('etc/cyrus.key', key, 0o600);
  await fillSasldb('/etc/sasldb2', (command, options) => root.run(command, options));
  for (const file of [secret, root.path('etc/sasldb2')]) chownSync(file, CYRUS.id, CYRUS.group!);
  for (const name of ['var/lib/cyrus', 'var/spool/cyrus', 'var/spool/sieve', 'run/cyrus', 'run/cyrus/socket'])
    chownSync(root.folder(name), CYRUS.id, CYRUS.group!);
  await root.run(['/usr/sbin/cyrus', 'makedirs', '--cleansquat']);
  return cert;
}

/** Debian's setting is that an inbox is made by the first login: mail comes before it. */
function withMailboxes(server: Startable, { services, tls }: TargetSettings): Startable {
  const service = services.find(({ name }) => name === 'imap')!;
  return {
    start: async () => {
      await server.start();
      for (const login of PRESET_ACCOUNTS)
        await using(ImapClient.login({ service, tls, timeout: 20_000 }, login), (client) => client.logout());
    },
    stop: (signal) => server.stop(signal),
  };
}

function settingsOf(workplace: Workplace, services: Service[], ca: string, version: string): TargetSettings {
  return {
    ...PRESET_SETTINGS,
    name: `Cyrus ${version}`,
    directory: workplace.directory,
    services,
    tls: { ca, servername: 'localhost' },
    limits: { badLogins: 2, errors: 20, connections: 50 },
    timing: { reply: 5_000, delivery: 10_000, retry: 2_000, giveUp: 8_000 },
  };
}
