/** Servers that keep what they are given on disk, and hand it on to one place: the bundled one, and Debian's with their quietest settings. */
import { spawn } from 'node:child_process';
import { appendFileSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { load } from 'js-yaml';
import { packageRoot } from '../../support/package-root';
import { startPreset } from '../../support/presets/presets';
import { stop } from './child';

/** Where clients come from that may send to everywhere. */
export const TRUSTED = '127.0.99.1';
const NETWORK = '127.0.99.0/24';

export interface Relaying {
  name: string;
  port: number;
  /** All its processes work here or below. */
  directory: string;
  stop(): Promise<void>;
}

/** `mailspec serve` with all that is not its own for one place. */
export const startOurs = (sink: number) =>
  startServing('reference server, on disk', ['--smarthost', `127.0.0.1:${sink}`]);

/** `mailspec serve` with its mail in a file, and what it logs thrown away. @param way the options that say where mail goes */
export async function startServing(name: string, way: readonly string[]): Promise<Relaying> {
  const directory = mkdtempSync(join(tmpdir(), 'mailspec-bench-'));
  const target = join(directory, 'target.yaml');
  const args = ['serve', '--base-port', '0', '--data', 'data', '--trust', NETWORK, '--connections', '1000'];
  const command = [join(packageRoot(), 'bin/mailspec.js'), ...args, ...way, '--write-target', target];
  const child = spawn(process.execPath, command, { cwd: directory, stdio: ['ignore', 'ignore', 'inherit'] });
  // It is written last, and is there a moment before what it says.
  while (!existsSync(target) || readFileSync(target).length === 0) {
    if (child.exitCode !== null) throw new Error(`mailspec serve ended with ${child.exitCode}`);
    await wait(50);
  }
  const { services } = load(readFileSync(target, 'utf8')) as { services: { smtp: { port: number } } };
  const ended = async () => {
    await stop(child);
    rmSync(directory, { recursive: true, force: true });
  };
  return { name, port: services.smtp.port, directory, stop: ended };
}

/** Not held back where it takes more than it can hand on, and no log; every queue file is flushed all the same. */
const POSTFIX = (sink: number) => `
relayhost = [127.0.0.1]:${sink}
in_flow_delay = 0
queue_run_delay = 300s
maximal_queue_lifetime = 5d
maillog_file =
`;

export const startPostfix = (sink: number) =>
  startOther('postfix', (directory) => appendFileSync(join(directory, 'main.cf'), POSTFIX(sink)));

/** As many messages over a connection as come. */
export const startOpenSmtpd = (sink: number) =>
  startOther('opensmtpd', (directory) => {
    const file = join(directory, 'root/etc/smtpd.conf');
    const text = readFileSync(file, 'utf8')
      .replace('action "outbound" relay', `action "outbound" relay host smtp://127.0.0.1:${sink}`)
      .replace('queue ttl 30s', 'smtp limit max-mails 1000000');
    writeFileSync(file, `${text}match from src "${NETWORK}" for any action "outbound"\n`);
  });

/** Undefined, with a line that says why, where the package is not there or the user may not start it. */
async function startOther(
  name: 'postfix' | 'opensmtpd',
  settle: (directory: string) => void,
): Promise<Relaying | undefined> {
  try {
    const { description, restart, stop } = await startPreset(name, { install: false, log: () => {} });
    const { settings } = description;
    settle(settings.directory);
    await restart();
    const { port } = settings.services.find((service) => service.name === 'smtp')!;
    return { name: settings.name, port, directory: settings.directory, stop };
  } catch (error) {
    console.log(`without ${name}: ${error instanceof Error ? error.message.split('\n')[0] : error}`);
    return undefined;
  }
}
