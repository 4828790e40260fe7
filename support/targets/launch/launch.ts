/** Starts, restarts and stops a target by the command of its target file. */
import type { LaunchSettings } from '../settings';
import type { Service } from '../target';
import { ProcessGroup } from './process-group';
import { assertPortsFree, awaitGreeting } from './readiness';
import type { Ending } from './revival';

export interface Launched {
  restart(ending?: Ending): Promise<void>;
  /** How the program ended, with its last words; undefined while it runs. */
  ended(): string | undefined;
  /** The last lines that it wrote. */
  lastWords(): string;
  stop(): Promise<void>;
  /** The process group that it is now. */
  leader(): number;
}

export interface Launching {
  /** Where it is started. */
  directory: string;
  services: readonly Service[];
  /** Told of what it writes. */
  output?(chunk: Buffer): void;
}

/**
 * Starts the command and waits for the greeting of the service that it names.
 * @throws TargetError `port-in-use`, `launch-failed`, `exited-at-once`, `never-ready`; then nothing is left running.
 */
export async function launch(settings: LaunchSettings, launching: Launching): Promise<Launched> {
  let group = await start(settings, launching);
  return {
    restart: async (ending) => {
      await group.stop(ending === 'killed' ? 'SIGKILL' : settings.stop);
      group = await start(settings, launching);
    },
    ended: () => group.ended,
    lastWords: () => group.lastWords,
    stop: () => group.stop(settings.stop),
    leader: () => group.leader,
  };
}

async function start(settings: LaunchSettings, { directory, services, output }: Launching): Promise<ProcessGroup> {
  await assertPortsFree(services);
  const group = await ProcessGroup.start(settings.command, directory, settings.environment, output);
  const ready = services.find(({ name }) => name === settings.ready)!;
  try {
    const ended = () => group.ended;
    await awaitGreeting(ready, { within: settings.within, ended, program: group.program });
  } catch (error) {
    await group.stop(settings.stop);
    throw error;
  }
  return group;
}
