/** Debian's Dovecot as a target: LMTP and its delivery agent in, POP3 and IMAP out. README.md says which settings it has and why. */
import { chownSync } from 'node:fs';
import type { TargetSettings } from '../../targets/settings';
import type { Service } from '../../targets/target';
import { makeCertificate } from '../certificate';
import { Daemons } from '../daemons';
import { requirePackages, requireRoot } from '../packages';
import type { Preset } from '../preset';
import { runProgram } from '../run-program';
import { PRESET_SETTINGS } from '../settings';
import { standUp } from '../stand-up';
import { userId } from '../user-id';
import type { Workplace } from '../workplace';
import { dovecotConf, usersFile } from './configuration';
import { CLEAR, type DovecotVariant, type Ports, placeDovecot, TLS_ONLY } from './variant';

const PROGRAM = '/usr/sbin/dovecot';
const DELIVER = '/usr/lib/dovecot/dovecot-lda';
const PACKAGES = ['dovecot-core', 'dovecot-imapd', 'dovecot-pop3d', 'dovecot-lmtpd'];
const FILES = [PROGRAM, DELIVER, '/usr/lib/dovecot/imap', '/usr/lib/dovecot/pop3', '/usr/lib/dovecot/lmtp'];

/** Passwords may be sent in clear. */
export const dovecot = presetOf(CLEAR);
/** Passwords may be sent under TLS only. */
export const dovecotTls = presetOf(TLS_ONLY);

function presetOf(variant: DovecotVariant): Preset {
  const { preset } = variant;
  return standUp({
    preset,
    baseline: `dovecot/baseline-${preset}.json`,
    require: async (options) => {
      await requirePackages({ preset, packages: PACKAGES, files: FILES }, options);
      requireRoot(preset);
    },
    lay: async (workplace) => {
      const { ports, services } = await placeDovecot(variant);
      const ca = await lay(workplace, variant, ports);
      const version = (await runProgram(PROGRAM, ['--version'])).split(' ')[0]!;
      const command = [PROGRAM, '-F', '-c', workplace.path('dovecot.conf')];
      const daemon = { program: 'dovecot', command, ready: services.filter(({ name }) => name === 'imap') };
      return {
        settings: settingsOf(workplace, services, ca, version),
        server: new Daemons([daemon], workplace.directory),
      };
    },
  });
}

/** Writes all files of the instance; gives the certificate that clients must trust. */
async function lay(workplace: Workplace, variant: DovecotVariant, ports: Ports): Promise<string> {
  const [uid, gid] = [await userId('nobody', 'u'), await userId('nobody', 'g')];
  const { directory } = workplace;
  const { cert, key } = await makeCertificate();
  workplace.write('cert.pem', cert);
  workplace.write('key.pem', key, 0o600);
  workplace.write('dovecot.conf', dovecotConf({ directory, ports, variant }));
  workplace.write('users', usersFile(directory, uid, gid));
  workplace.folder('log');
  chownSync(workplace.folder('mail'), uid, gid);
  return cert;
}

function settingsOf(workplace: Workplace, services: Service[], ca: string, version: string): TargetSettings {
  return {
    ...PRESET_SETTINGS,
    name: `Dovecot ${version}`,
    directory: workplace.directory,
    services,
    tls: { ca, servername: 'localhost' },
    deliver: [DELIVER, '-c', workplace.path('dovecot.conf'), '-d', '{user}'],
    // mail_max_userip_connections is 10; the third wrong command before a login ends the connection.
    limits: { badLogins: 2, errors: 2, connections: 10 },
    timing: { reply: 5_000, delivery: 10_000, retry: 2_000, giveUp: 8_000 },
  };
}
