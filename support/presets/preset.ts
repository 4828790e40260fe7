/** A target that the suite sets up by itself: a private instance in a temporary folder, gone afterwards. */
import type { FileDescription } from '../targets/description';
import type { Ending } from '../targets/launch/revival';

export interface PresetOptions {
  /** Install what is missing; without it, what is missing is an error that says so. */
  install: boolean;
  log(line: string): void;
}

export interface StartedPreset {
  description: Omit<FileDescription, 'control'>;
  /** The path of its list of known deviations. */
  baseline: string;
  restart(ending?: Ending): Promise<void>;
  stop(): Promise<void>;
}

/** @throws TargetError `not-installed`, `needs-root`, … */
export type Preset = (options: PresetOptions) => Promise<StartedPreset>;
