/** Debian's GNU Mailutils as a target: POP3 and IMAP over one mbox. README.md says which settings it has and why. */
import { chownSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../../package-root';
import type { TargetSettings } from '../../targets/settings';
import type { Service } from '../../targets/target';
import { PRESET_ACCOUNTS, PRESET_DOMAIN } from '../accounts';
import { makeCertificate } from '../certificate';
import { freePorts } from '../free-ports';
import { requirePackages, requireRoot } from '../packages';
import type { Preset } from '../preset';
import { runProgram } from '../run-program';
import { PRESET_SETTINGS } from '../settings';
import { userId } from '../user-id';
import { Workplace } from '../workplace';
import { daemonConf, type Entry, passwdFile, secretsFile } from './configuration';
import { Daemons, IMAP4D, POP3D } from './daemons';
import { MAILUTILS_SERVICES, mailutilsServices, type Ports } from './services';

const NEEDED = { preset: 'mailutils', packages: ['mailutils-imap4d', 'mailutils-pop3d'], files: [IMAP4D, POP3D] };

export const mailutils: Preset = async (options) => {
  await requirePackages(NEEDED, options);
  requireRoot('mailutils');
  const workplace = new Workplace('mailutils');
  const daemons = new Daemons(workplace);
  const stop = async () => {
    await daemons.stop();
    workplace.remove();
  };
  try {
    const numbers = await freePorts(MAILUTILS_SERVICES.length);
    const ports = Object.fromEntries(MAILUTILS_SERVICES.map((name, n) => [name, numbers[n]])) as Ports;
    const services = mailutilsServices(ports);
    const ca = await lay(workplace, ports);
    options.log('starting a private GNU Mailutils');
    await daemons.start(services);
    // imap4d (GNU Mailutils) 3.15
    const version = (await runProgram(IMAP4D, ['--version'])).split('\n')[0]!.split(' ').at(-1)!;
    return {
      description: { kind: 'file', settings: settingsOf(workplace, services, ca, version), profiles: {} },
      baseline: join(packageRoot(), 'support/presets/mailutils/baseline.json'),
      restart: async () => {
        await daemons.stop();
        await daemons.start(services);
      },
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
};

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

/** crypt(3) as Debian's perl-base, which is always there, gives it: SHA-256 with few rounds, for every scenario logs in more than once. */
async function entryOf({ address, user, password }: (typeof PRESET_ACCOUNTS)[number]): Promise<Entry> {
  const salt = '$5$rounds=1000$mailspec$';
  const hash = await runProgram('perl', ['-e', 'print crypt($ARGV[0], $ARGV[1])', password, salt]);
  return { local: address.split('@')[0]!, user, password, hash };
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
