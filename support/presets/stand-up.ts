/** What all presets share whose programs stay in the foreground: a workplace, files in it, the programs, and the way back. */
import { join } from 'node:path';
import { packageRoot } from '../package-root';
import type { TargetSettings } from '../targets/settings';
import { type Daemon, Daemons } from './daemons';
import type { Preset, PresetOptions } from './preset';
import { Workplace } from './workplace';

/** An instance that is laid out and not yet started. */
export interface Instance {
  settings: TargetSettings;
  daemons: readonly Daemon[];
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
    let daemons: Daemons | undefined;
    const stop = async () => {
      await daemons?.stop();
      workplace.remove();
    };
    try {
      const { settings, daemons: programs } = await lay(workplace, found);
      daemons = new Daemons(programs, workplace.directory);
      options.log(`starting a private ${settings.name}`);
      await daemons.start();
      return {
        description: { kind: 'file', settings, profiles: {} },
        baseline: join(packageRoot(), 'support/presets', baseline),
        restart: async () => {
          await daemons?.stop();
          await daemons?.start();
        },
        stop,
      };
    } catch (error) {
      await stop();
      throw error;
    }
  };
}
