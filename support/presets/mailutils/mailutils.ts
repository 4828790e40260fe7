/** Debian's GNU Mailutils as a target: POP3 and IMAP over one mbox. README.md says which settings it has and why. */
import { chownSync } from 'node:fs';
import type { TargetSettings } from '../../targets/settings';
import type { Service } from '../../targets/target';
import { PRESET_ACCOUNTS, PRESET_DOMAIN } from '../accounts';
import { makeCertificate } from '../certificate';
import { crypt } from '../crypt';
import { Daemons } from '../daemons';
import { requirePackages, requireRoot } from '../packages';
import { runProgram } from '../run-program';
import { placeServices } from '../services';
import { PRESET_SETTINGS } from '../settings';
import { standUp } from '../stand-up';
import { userId } from '../user-id';
import type { Workplace } from '../workplace';
import { daemonConf, type Entry, type Ports, passwdFile, secretsFile } from './configuration';
import { daemonsOf, IMAP4D, POP3D } from './daemons';

const NEEDED = { preset: 'mailutils', packages: ['mailutils-imap4d', 'mailutils-pop3d'], files: [IMAP4D, POP3D] };

export const mailutils = standUp({
  preset: 'mailutils',
  baseline: 'mailutils/baseline.json',
  require: async (options) => {
    await requirePackages(NEEDED, options);
    requireRoot('mailutils');
  },
  lay: async (workplace) => {
    const { ports, services } = await placeServices(['pop3', 'pop3s', 'imap', 'imaps']);
    const ca = await lay(workplace, ports);
    // imap4d (GNU Mailutils) 3.15
    const version = (await runProgram(IMAP4D, ['--version'])).split('\n')[0]!.split(' ').at(-1)!;
    const server = new Daemons(daemonsOf(workplace, services), workplace.directory);
    return { settings: settingsOf(workplace, services, ca, version), server };
  },
});

/** Writes all files of the instance; gives the certificate that clients must trust. */
async function lay(workplace: Workplace, ports: Ports): Promise<string> {
  const [uid, gid] = [await userId('nobody', 'u'), await userId('nobody', 'g')];
  const { directory } = workplace;
  const { cert, key } = await makeCertificate();
  const entries = await Promise.all(PRESET_ACCOUNTS.map(entryOf));
  workplace.write('cert.pem', cert);
  const secret = [workplace.write('key.pem', key, 0o600), workplace.write('secrets', secretsFile(entries), 0o600)];
  for (const file of secret) chownSync(file, uid, gid);
  workplace.write('imap.conf', daemonConf('imap', { directory, ports }));
  workplace.write('pop3.conf', daemonConf('pop3', { directory, ports }));
  workplace.write(`passwd/${PRESET_DOMAIN}`, passwdFile(directory, uid, gid, entries));
  for (const { local } of entries) {
    chownSync(workplace.folder(`mail/${local}`), uid, gid);
    // A mail system makes it when the first message is delivered.
    chownSync(workplace.write(`mail/${local}/INBOX`, ''), uid, gid);
  }
  return cert;
}

async function entryOf({ address, user, password }: (typeof PRESET_ACCOUNTS)[number]): Promise<Entry> {
  return { local: address.split('@')[0]!, user, password, hash: await crypt(password) };
}

function settingsOf(workplace: Workplace, services: Service[], ca: string, version: string): TargetSettings {
  return {
    ...PRESET_SETTINGS,
    name: `GNU Mailutils ${version}`,
    directory: workplace.directory,
    services,
    tls: { ca, servername: 'localhost' },
    limits: { badLogins: 2, errors: 10, connections: 50 },
    // It reads octet by octet: a message of 20 MB keeps it busy for ten seconds and more.
    timing: { reply: 10_000, delivery: 60_000, retry: 2_000, giveUp: 8_000 },
  };
}
