/** Debian's Postfix as a target: SMTP in, Maildirs out. README.md says which settings it has and why. */
import { chownSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../../package-root';
import type { TargetSettings } from '../../targets/settings';
import type { Service } from '../../targets/target';
import { makeCertificate } from '../certificate';
import { freePorts } from '../free-ports';
import { requirePackages, requireRoot } from '../packages';
import type { Preset } from '../preset';
import { runProgram } from '../run-program';
import { PRESET_SETTINGS } from '../settings';
import { userId } from '../user-id';
import { Workplace } from '../workplace';
import { aliasMap, type Instance, mailboxMap, mainCf, masterCf } from './configuration';
import { startMaster, stopMaster } from './master';

const TEMPLATES = '/usr/share/postfix';
const NEEDED = {
  preset: 'postfix',
  packages: ['postfix'],
  files: ['/usr/sbin/postfix', `${TEMPLATES}/main.cf.debian`, `${TEMPLATES}/master.cf.dist`],
};

export const postfix: Preset = async (options) => {
  await requirePackages(NEEDED, options);
  requireRoot('postfix');
  const workplace = new Workplace('postfix');
  const stop = async () => {
    await stopMaster(workplace);
    workplace.remove();
  };
  try {
    const [port] = await freePorts(1);
    const smtp: Service = { name: 'smtp', host: '127.0.0.1', port: port!, tls: 'optional', login: 'plain' };
    const ca = await lay(workplace, port!);
    options.log('starting a private Postfix');
    await startMaster(workplace, smtp);
    const version = (await runProgram('/usr/sbin/postconf', ['-d', '-h', 'mail_version'])).trim();
    return {
      description: { kind: 'file', settings: settingsOf(workplace, smtp, ca, version), profiles: {} },
      baseline: join(packageRoot(), 'support/presets/postfix/baseline.json'),
      restart: async () => {
        await stopMaster(workplace);
        await startMaster(workplace, smtp);
      },
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
};

/** Writes all files of the instance; gives the certificate that clients must trust. */
async function lay(workplace: Workplace, port: number): Promise<string> {
  // nobody owns no files and can log in nowhere; virtual(8) writes as the user that it is told.
  const [uid, gid] = [await userId('nobody', 'u'), await userId('nobody', 'g')];
  const instance: Instance = { directory: workplace.directory, port, uid, gid };
  const { cert, key } = await makeCertificate();
  workplace.write('cert.pem', cert);
  workplace.write('key.pem', key, 0o600);
  workplace.write('main.cf', mainCf(readFileSync(`${TEMPLATES}/main.cf.debian`, 'utf8'), instance));
  workplace.write('master.cf', masterCf(readFileSync(`${TEMPLATES}/master.cf.dist`, 'utf8'), instance));
  workplace.write('mailboxes', mailboxMap());
  workplace.write('aliases', aliasMap());
  workplace.folder('queue');
  workplace.folder('log');
  chownSync(workplace.folder('data'), await userId('postfix', 'u'), 0);
  chownSync(workplace.folder('mail'), uid, gid);
  return cert;
}

function settingsOf(workplace: Workplace, smtp: Service, ca: string, version: string): TargetSettings {
  return {
    ...PRESET_SETTINGS,
    name: `Postfix ${version}`,
    directory: workplace.directory,
    services: [smtp],
    tls: { ca, servername: 'localhost' },
    maildir: workplace.path('mail/{user}'),
    // smtpd_hard_error_limit is 20; after ten errors (smtpd_soft_error_limit) every answer waits a second.
    limits: { badLogins: 0, errors: 19, connections: 50 },
    timing: { reply: 5_000, delivery: 10_000, retry: 2_000, giveUp: 8_000 },
  };
}
