/** Debian's Postfix as a target: SMTP in, Maildirs out. README.md says which settings it has and why. */
import { chownSync, readFileSync } from 'node:fs';
import type { TargetSettings } from '../../targets/settings';
import type { Service } from '../../targets/target';
import { PRESET_ALIASES } from '../aliases';
import { makeCertificate } from '../certificate';
import { type Outside, placeOutsideAtBest } from '../outside';
import { requirePackages, requireRoot } from '../packages';
import type { Preset } from '../preset';
import { withResolver } from '../private-resolver';
import { runProgram } from '../run-program';
import { SASLPASSWD } from '../sasldb';
import { placeServices, placeSubmission } from '../services';
import { PRESET_SETTINGS, TRUSTING } from '../settings';
import { standUp } from '../stand-up';
import { userId } from '../user-id';
import type { Workplace } from '../workplace';
import { aliasMap, type Instance, mailboxMap, mainCf, masterCf, type Ports } from './configuration';
import { Master } from './master';
import { laySasl, SASL_MAIN_CF } from './sasl';

const TEMPLATES = '/usr/share/postfix';
interface Variant {
  preset: string;
  packages: string[];
  files: string[];
  /** Whether it takes passwords. */
  sasl: boolean;
}

const WITHOUT: Variant = {
  preset: 'postfix',
  packages: ['postfix'],
  files: ['/usr/sbin/postfix', `${TEMPLATES}/main.cf.debian`, `${TEMPLATES}/master.cf.dist`],
  sasl: false,
};
const WITH: Variant = {
  preset: 'postfix-auth',
  packages: [...WITHOUT.packages, 'sasl2-bin', 'libsasl2-modules'],
  files: [...WITHOUT.files, SASLPASSWD],
  sasl: true,
};

export const postfix = presetOf(WITHOUT);
/** With AUTH, after TLS only. */
export const postfixAuth = presetOf(WITH);

function presetOf(variant: Variant): Preset {
  const { preset, sasl } = variant;
  return standUp({
    preset,
    baseline: `postfix/baseline-${preset}.json`,
    require: async (options) => {
      await requirePackages(variant, options);
      requireRoot(preset);
    },
    lay: async (workplace) => {
      const { ports, services } = sasl ? await placeSubmission() : await placeServices(['smtp']);
      const outside = await placeOutsideAtBest();
      const ca = await lay(workplace, { ports, outside }, variant);
      const version = (await runProgram('/usr/sbin/postconf', ['-d', '-h', 'mail_version'])).trim();
      const start = withResolver(workplace, outside, ['/usr/sbin/postfix', '-c', workplace.directory, 'start']);
      const settings = { ...settingsOf(workplace, services, ca, version), outside: { ...outside, dane: true } };
      return { settings, server: new Master(workplace, start, services) };
    },
  });
}

interface Places {
  ports: Ports;
  outside: Outside;
}

/** Writes all files of the instance; gives the certificate that clients must trust. */
async function lay(workplace: Workplace, { ports, outside }: Places, { sasl }: Variant): Promise<string> {
  // nobody owns no files and can log in nowhere; virtual(8) writes as the user that it is told.
  const [uid, gid] = [await userId('nobody', 'u'), await userId('nobody', 'g')];
  const instance: Instance = { directory: workplace.directory, ports, mxPort: outside.mxPort, uid, gid };
  const { cert, key } = await makeCertificate();
  workplace.write('cert.pem', cert);
  workplace.write('key.pem', key, 0o600);
  const main = mainCf(readFileSync(`${TEMPLATES}/main.cf.debian`, 'utf8'), instance);
  workplace.write('main.cf', sasl ? main + SASL_MAIN_CF : main);
  if (sasl) await laySasl(workplace);
  workplace.write('master.cf', masterCf(readFileSync(`${TEMPLATES}/master.cf.dist`, 'utf8'), instance));
  workplace.write('mailboxes', mailboxMap());
  workplace.write('aliases', aliasMap());
  workplace.folder('queue');
  workplace.folder('log');
  chownSync(workplace.folder('data'), await userId('postfix', 'u'), 0);
  chownSync(workplace.folder('mail'), uid, gid);
  return cert;
}

function settingsOf(workplace: Workplace, services: Service[], ca: string, version: string): TargetSettings {
  return {
    ...PRESET_SETTINGS,
    aliases: PRESET_ALIASES,
    ...TRUSTING,
    name: `Postfix ${version}`,
    directory: workplace.directory,
    services,
    tls: { ca, servername: 'localhost' },
    maildir: workplace.path('mail/{user}'),
    // smtpd_hard_error_limit is 20; after ten errors (smtpd_soft_error_limit) every answer waits a second.
    limits: { badLogins: 0, errors: 19, connections: 50 },
    timing: { reply: 5_000, delivery: 10_000, retry: 5_000, giveUp: 14_000, silence: 8_000 },
  };
}
