/** npm's smtp-server as a target: SMTP in, Maildirs out. README.md says which settings it has and why. */
import { join } from 'node:path';
import { TargetError } from '../../outcome';
import { codeExtension, packageRoot } from '../../package-root';
import type { TargetSettings } from '../../targets/settings';
import type { Service } from '../../targets/target';
import { PRESET_ACCOUNTS, PRESET_DOMAIN } from '../accounts';
import { makeCertificate } from '../certificate';
import { type Daemon, Daemons } from '../daemons';
import { placeServices } from '../services';
import { PRESET_SETTINGS } from '../settings';
import { standUp } from '../stand-up';
import type { Workplace } from '../workplace';
import type { ServerSettings } from './server';

export const smtpServer = standUp({
  preset: 'smtp-server',
  baseline: 'smtp-server/baseline.json',
  require: async () => installedVersion(),
  lay: async (workplace, version) => {
    const { ports, services } = await placeServices(['smtp', 'submission', 'submissions'], () => ({
      login: 'after-tls',
    }));
    const { cert, key } = await makeCertificate();
    const accounts = Object.fromEntries(PRESET_ACCOUNTS.map(({ address, password }) => [address, password]));
    const mail = workplace.path('mail');
    const daemon = daemonOf({ ports, domain: PRESET_DOMAIN, accounts, mail, key, cert }, services);
    return {
      settings: settingsOf(workplace, services, cert, version),
      server: new Daemons([daemon], workplace.directory),
    };
  },
});

/** It is no dependency of the package, only of its development. */
function installedVersion(): string {
  try {
    return (require('smtp-server/package.json') as { version: string }).version;
  } catch {
    throw new TargetError(
      'not-installed',
      'the preset smtp-server needs the npm package smtp-server: npm install smtp-server',
    );
  }
}

function daemonOf(server: ServerSettings, services: Service[]): Daemon {
  const compiler = codeExtension() === '.ts' ? ['--require', require.resolve('ts-node/register/transpile-only')] : [];
  const script = join(__dirname, `server${codeExtension()}`);
  return {
    program: 'smtp-server',
    command: [process.execPath, ...compiler, script, JSON.stringify(server)],
    env: { ...process.env, TS_NODE_PROJECT: join(packageRoot(), 'tsconfig.json') },
    ready: services,
  };
}

function settingsOf(workplace: Workplace, services: Service[], ca: string, version: string): TargetSettings {
  return {
    ...PRESET_SETTINGS,
    name: `smtp-server ${version}`,
    directory: workplace.directory,
    services,
    tls: { ca, servername: 'localhost' },
    maildir: workplace.path('mail/{user}'),
    limits: { badLogins: 0, errors: 9, connections: 50 },
    timing: { reply: 5_000, delivery: 5_000, retry: 2_000, giveUp: 8_000 },
  };
}
