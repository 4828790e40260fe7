/** Python's aiosmtpd as a target: SMTP in, with AUTH after TLS; Maildirs out. README.md says which settings it has and why. */
import { join } from 'node:path';
import { packageRoot } from '../../package-root';
import type { TargetSettings } from '../../targets/settings';
import type { Service } from '../../targets/target';
import { PRESET_ACCOUNTS, PRESET_DOMAIN } from '../accounts';
import { requireKept } from '../cache';
import { makeCertificate } from '../certificate';
import { type Daemon, Daemons } from '../daemons';
import type { PresetOptions } from '../preset';
import { runProgram } from '../run-program';
import { placeSubmission } from '../services';
import { PRESET_SETTINGS } from '../settings';
import { standUp } from '../stand-up';
import { requireTool } from '../tool';
import type { Workplace } from '../workplace';

const VERSION = '1.4.6';

export const aiosmtpd = standUp({
  preset: 'aiosmtpd',
  baseline: 'aiosmtpd/baseline.json',
  require: requireModule,
  lay: async (workplace, modules) => {
    const { ports, services } = await placeSubmission();
    const { cert, key } = await makeCertificate();
    const files = { cert: workplace.write('cert.pem', cert), key: workplace.write('key.pem', key, 0o600) };
    const accounts = Object.fromEntries(PRESET_ACCOUNTS.map(({ address, password }) => [address, password]));
    const server = { ports, domain: PRESET_DOMAIN, accounts, mail: workplace.path('mail'), ...files };
    const daemon: Daemon = {
      program: 'aiosmtpd',
      command: ['python3', join(packageRoot(), 'support/presets/aiosmtpd/server.py'), JSON.stringify(server)],
      env: { ...process.env, PYTHONPATH: modules, PYTHONDONTWRITEBYTECODE: '1' },
      ready: services,
    };
    return { settings: settingsOf(workplace, services, cert), server: new Daemons([daemon], workplace.directory) };
  },
});

/** The folder of the module and of what it needs. */
async function requireModule(options: PresetOptions): Promise<string> {
  await requireTool('aiosmtpd', ['python3', '-m', 'pip', '--version'], 'Python with pip');
  const kept = { preset: 'aiosmtpd', folder: `aiosmtpd-${VERSION}`, what: `PyPI's aiosmtpd ${VERSION}` };
  return await requireKept(kept, options, async (folder) => {
    await runProgram('python3', ['-m', 'pip', 'install', '--quiet', '--target', folder, `aiosmtpd==${VERSION}`]);
  });
}

function settingsOf(workplace: Workplace, services: Service[], ca: string): TargetSettings {
  return {
    ...PRESET_SETTINGS,
    name: `aiosmtpd ${VERSION}`,
    directory: workplace.directory,
    services,
    tls: { ca, servername: 'localhost' },
    maildir: workplace.path('mail/{user}'),
    // BOGUS_LIMIT is 5.
    limits: { badLogins: 2, errors: 4, connections: 50 },
    timing: { reply: 5_000, delivery: 5_000, retry: 2_000, giveUp: 8_000 },
  };
}
