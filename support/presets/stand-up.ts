/** What all presets share: a workplace, files in it, the server's start and stop, and the way back. */
import { join } from 'node:path';
import { packageRoot } from '../package-root';
import type { TargetSettings } from '../targets/settings';
import type { Preset, PresetOptions } from './preset';
import { Workplace } from './workplace';

/** An instance that is laid out and not yet started. */
export interface Instance {
  settings: TargetSettings;
  server: Startable;
}

export interface Startable {
  /** @throws TargetError when it does not start, or does not greet */
  start(): Promise<void>;
  /** Resolves when no process of it is left; nothing to do where none was started. */
  stop(signal?: NodeJS.Signals): Promise<void>;
}

export interface Recipe<Found> {
  preset: string;
  /** Its list of known deviations, below support/presets. */
  baseline: string;
  /** Looks for what is needed, before there is anything to take away. @throws TargetError `not-installed`, `needs-root` */
  require(options: PresetOptions): Promise<Found>;
  /** Writes all files of the instance. */
  lay(workplace: Workplace, found: Found): Promise<Instance>;
}

export function standUp<Found>({ preset, baseline, require, lay }: Recipe<Found>): Preset {
  return async (options) => {
    const found = await require(options);
    const workplace = new Workplace(preset);
    let server: Startable | undefined;
    const stop = async () => {
      await server?.stop();
      workplace.remove();
    };
    try {
      const instance = await lay(workplace, found);
      const { settings } = instance;
      server = instance.server;
      options.log(`starting a private ${settings.name}`);
      await server.start();
      return {
        description: { kind: 'file', settings, profiles: {} },
        baseline: join(packageRoot(), 'support/presets', baseline),
        restart: async (ending) => {
          await server?.stop(ending === 'killed' ? 'SIGKILL' : 'SIGTERM');
          await server?.start();
        },
        stop,
      };
    } catch (error) {
      await stop();
      throw error;
    }
  };
}
