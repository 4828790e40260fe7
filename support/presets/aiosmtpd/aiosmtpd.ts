/** Python's aiosmtpd as a target: SMTP in, with AUTH after TLS; Maildirs out. README.md says which settings it has and why. */
import { join } from 'node:path';
import { packageRoot } from '../../package-root';
import type { TargetSettings } from '../../targets/settings';
import type { Service } from '../../targets/target';
import { PRESET_ACCOUNTS, PRESET_DOMAIN } from '../accounts';
import { requireKept } from '../cache';
import { makeCertificate } from '../certificate';
import { type Daemon, Daemons } from '../daemons';
import { freePorts } from '../free-ports';
import type { PresetOptions } from '../preset';
import { runProgram } from '../run-program';
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
    const [port] = await freePorts(1);
    const smtp: Service = { name: 'smtp', host: '127.0.0.1', port: port!, tls: 'optional', login: 'after-tls' };
    const { cert, key } = await makeCertificate();
    const files = { cert: workplace.write('cert.pem', cert), key: workplace.write('key.pem', key, 0o600) };
    const accounts = Object.fromEntries(PRESET_ACCOUNTS.map(({ address, password }) => [address, password]));
    const server = { port, domain: PRESET_DOMAIN, accounts, mail: workplace.path('mail'), ...files };
    const daemon: Daemon = {
      program: 'aiosmtpd',
      command: ['python3', join(packageRoot(), 'support/presets/aiosmtpd/server.py'), JSON.stringify(server)],
      env: { ...process.env, PYTHONPATH: modules, PYTHONDONTWRITEBYTECODE: '1' },
      ready: [smtp],
    };
    return { settings: settingsOf(workplace, smtp, cert), server: new Daemons([daemon], workplace.directory) };
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

function settingsOf(workplace: Workplace, smtp: Service, ca: string): TargetSettings {
  return {
    ...PRESET_SETTINGS,
    name: `aiosmtpd ${VERSION}`,
    directory: workplace.directory,
    services: [smtp],
    tls: { ca, servername: 'localhost' },
    maildir: workplace.path('mail/{user}'),
    // BOGUS_LIMIT is 5.
    limits: { badLogins: 2, errors: 4, connections: 50 },
    timing: { reply: 5_000, delivery: 5_000, retry: 2_000, giveUp: 8_000 },
  };
}
