/** npm's smtp-server as a target: SMTP in, Maildirs out. README.md says which settings it has and why. */
import { join } from 'node:path';
import { TargetError } from '../../outcome';
import { codeExtension, packageRoot } from '../../package-root';
import { ProcessGroup } from '../../targets/launch/process-group';
import { awaitGreeting } from '../../targets/launch/readiness';
import type { TargetSettings } from '../../targets/settings';
import type { Service } from '../../targets/target';
import { PRESET_ACCOUNTS, PRESET_DOMAIN } from '../accounts';
import { makeCertificate } from '../certificate';
import { freePorts } from '../free-ports';
import type { Preset } from '../preset';
import { PRESET_SETTINGS } from '../settings';
import { Workplace } from '../workplace';
import type { ServerSettings } from './server';

export const smtpServer: Preset = async ({ log }) => {
  const version = installedVersion();
  const workplace = new Workplace('smtp-server');
  let group: ProcessGroup | undefined;
  const stop = async () => {
    await group?.stop('SIGTERM');
    workplace.remove();
  };
  try {
    const [port] = await freePorts(1);
    const smtp: Service = { name: 'smtp', host: '127.0.0.1', port: port!, tls: 'optional', login: 'after-tls' };
    const { cert, key } = await makeCertificate();
    const accounts = Object.fromEntries(PRESET_ACCOUNTS.map(({ address, password }) => [address, password]));
    const server: ServerSettings = {
      port: port!,
      domain: PRESET_DOMAIN,
      accounts,
      mail: workplace.path('mail'),
      key,
      cert,
    };
    const start = async () => {
      group = await startProcess(server, workplace, smtp);
    };
    log(`starting smtp-server ${version}`);
    await start();
    return {
      description: { kind: 'file', settings: settingsOf(workplace, smtp, cert, version), profiles: {} },
      baseline: join(packageRoot(), 'support/presets/smtp-server/baseline.json'),
      restart: async () => {
        await group?.stop('SIGTERM');
        await start();
      },
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
};

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

async function startProcess(server: ServerSettings, workplace: Workplace, smtp: Service): Promise<ProcessGroup> {
  const compiler = codeExtension() === '.ts' ? ['--require', require.resolve('ts-node/register/transpile-only')] : [];
  const script = join(__dirname, `server${codeExtension()}`);
  const env = { ...process.env, TS_NODE_PROJECT: join(packageRoot(), 'tsconfig.json') };
  const command = [process.execPath, ...compiler, script, JSON.stringify(server)];
  const group = await ProcessGroup.start(command, workplace.directory, env);
  try {
    await awaitGreeting(smtp, { within: 20_000, ended: () => group.ended, program: 'smtp-server' });
  } catch (error) {
    await group.stop('SIGTERM');
    throw error;
  }
  return group;
}

function settingsOf(workplace: Workplace, smtp: Service, ca: string, version: string): TargetSettings {
  return {
    ...PRESET_SETTINGS,
    name: `smtp-server ${version}`,
    directory: workplace.directory,
    services: [smtp],
    tls: { ca, servername: 'localhost' },
    maildir: workplace.path('mail/{user}'),
    limits: { badLogins: 0, errors: 9, connections: 50 },
    timing: { reply: 5_000, delivery: 5_000, retry: 2_000, giveUp: 8_000 },
  };
}
