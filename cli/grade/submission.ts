/** A student's server as the grading has it: launched with what was drawn for it, watched, and ended with all that it started. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { freePorts } from '../../support/presets/free-ports';
import type { FileDescription } from '../../support/targets/description';
import type { WrittenTarget } from '../../support/targets/document';
import { listenForRequests } from '../../support/targets/launch/control';
import { type Launched, launch } from '../../support/targets/launch/launch';
import { watchMemory } from '../../support/targets/launch/memory';
import { accepts } from '../../support/targets/launch/readiness';
import { loadTargetFile } from '../../support/targets/load';
import type { TargetSettings } from '../../support/targets/settings';
import type { Service } from '../../support/targets/target';
import { writeTargetFile } from '../write-target';
import { drawAccounts } from './drawn';
import { environmentOf, fillIn, fillInAll, type Values } from './placeholders';
import type { Rubric } from './rubric';
import type { ServerLog } from './server-log';

export interface Submitted {
  rubric: Rubric;
  /** The command that starts it, run by /bin/sh in its folder. */
  command: string;
  folder: string;
  seed: number;
  log: ServerLog;
}

export interface Running {
  description: FileDescription;
  /** Ends all of it. */
  stop(): Promise<void>;
}

/** Names that may be used as ports without being services: `{port.smarthost}`. */
const PORT = /\{port\.([a-z][a-z0-9-]*)\}/g;
/** Milliseconds that the other services get once the first has greeted. */
const OTHERS = 1500;
const MIB = 1024 * 1024;

/**
 * Starts it over an empty store.
 * @param work an existing folder that takes the store and the files that tell of it
 * @throws TargetError where it does not start; UsageError for a rubric that cannot be filled in
 */
export async function startSubmission(
  { rubric, command, folder, seed, log }: Submitted,
  work: string,
): Promise<Running> {
  const values = await draw(rubric, command, seed, work);
  const settings = settingsOf(rubric, values, seed, work);
  const environment = { ...harmless(process.env), ...environmentOf(values) };
  const launching = {
    ...settings.launch!,
    command: ['/bin/sh', '-c', fillIn(command, values)],
    environment,
  };
  log.note(`starting it: ${fillIn(command, values)}`);
  const launched = await launch(launching, {
    directory: resolve(folder),
    services: settings.services,
    output: (chunk) => log.write(chunk),
  });
  const watched = bounded(launched, rubric.limits.memory, log);
  const services = await listening(settings.services);
  const restart: Launched['restart'] = async (ending) => {
    log.note(ending === 'killed' ? 'killing it, and starting it again' : 'starting it again');
    await launched.restart(ending);
  };
  const control = await listenForRequests({ restart, ended: watched.ended, services });
  return {
    description: { kind: 'file', settings: { ...settings, services }, control: control.path, profiles: {} },
    stop: async () => {
      watched.stop();
      await control.close();
      await launched.stop();
      log.note('ended');
    },
  };
}

async function draw(rubric: Rubric, command: string, seed: number, work: string): Promise<Values> {
  const asked = [...`${command} ${JSON.stringify(rubric.target)}`.matchAll(PORT)].map(([, name]) => name!);
  const names = [...new Set([...Object.keys(rubric.services), ...asked])];
  const ports = await freePorts(names.length);
  const accounts = join(work, 'accounts');
  const lines = drawAccounts(seed, rubric.domain).map(({ address, password }) => `${address} ${password}\n`);
  writeFileSync(accounts, lines.join(''));
  const data = join(work, 'data');
  mkdirSync(data, { recursive: true });
  return {
    ...Object.fromEntries(names.map((name, index) => [`port.${name}`, String(ports[index])])),
    domain: rubric.domain,
    accounts,
    data,
  };
}

/** By way of a target file: what a rubric says of a target is checked as any target file is. */
function settingsOf(rubric: Rubric, values: Values, seed: number, work: string): TargetSettings {
  const services = Object.entries(rubric.services).map(([name, service]) => [
    name,
    { ...service, port: Number(values[`port.${name}`]) },
  ]);
  const written = {
    name: 'your server',
    domains: [rubric.domain],
    accounts: drawAccounts(seed, rubric.domain),
    disposable: true,
    unknown: `nobody-has-this@${rubric.domain}`,
    ...(fillInAll(rubric.target, values) as object),
    services: Object.fromEntries(services),
    launch: { command: ['replaced'], ready: rubric.ready, within: `${rubric.limits.start}ms`, stop: 'SIGTERM' },
  } as WrittenTarget;
  const path = join(work, 'target.yaml');
  writeTargetFile(path, written);
  return loadTargetFile(path);
}

/** What is offered: a stage that needs another service is told that it is not there. */
async function listening(services: readonly Service[]): Promise<Service[]> {
  const until = performance.now() + OTHERS;
  for (;;) {
    const up = await Promise.all(services.map(({ host, port }) => accepts(host, port)));
    if (up.every((one) => one) || performance.now() > until) return services.filter((_, index) => up[index]);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** Ends a server that takes too much, and says so where it is asked how it ended. */
function bounded(launched: Launched, memory: number, log: ServerLog) {
  let why: string | undefined;
  const stop = watchMemory(launched.leader, memory * MIB, (group, octets) => {
    why = `it used ${Math.round(octets / MIB)} MiB of memory, more than the ${memory} that it may, and was ended`;
    log.note(why);
    process.kill(-group, 'SIGKILL');
  });
  const ended = () => {
    const how = launched.ended();
    const told = how === undefined ? undefined : (why ?? how);
    if (how !== undefined) why = undefined;
    return told;
  };
  return { stop, ended };
}

const SECRET = /TOKEN|SECRET|PASSW|CREDENTIAL|KEY|^GITHUB_|^ACTIONS_|^RUNNER_|^CI_|^MAIL_|^MAILSPEC_|^NODE_/i;

/** A submission is somebody else's program: what only the grading may know is kept from it. */
function harmless(environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(environment).filter(([name]) => !SECRET.test(name)));
}
