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
  stop(): Promise<void>;
}

/**
 * Starts the command and waits for the greeting of the service that it names.
 * @throws TargetError `port-in-use`, `launch-failed`, `exited-at-once`, `never-ready`; then nothing is left running.
 */
export async function launch(
  settings: LaunchSettings,
  { directory, services }: { directory: string; services: readonly Service[] },
): Promise<Launched> {
  let group = await start(settings, directory, services);
  return {
    restart: async (ending) => {
      await group.stop(ending === 'killed' ? 'SIGKILL' : settings.stop);
      group = await start(settings, directory, services);
    },
    ended: () => group.ended,
    stop: () => group.stop(settings.stop),
  };
}

async function start(settings: LaunchSettings, directory: string, services: readonly Service[]): Promise<ProcessGroup> {
  await assertPortsFree(services);
  const group = await ProcessGroup.start(settings.command, directory);
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
