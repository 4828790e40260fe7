/** What children need to open the target: plain data, made by prepare.ts in the parent. */
import type { TargetSettings } from './settings';

export interface EmbeddedDescription {
  kind: 'embedded';
  profile?: string;
  defects?: string[];
  /** A mistake may be silence: who proves hundreds does not wait long for each. A right server on a loaded machine may seem wrong. */
  hasty?: boolean;
  /** How many times as long as usual a reply or a delivery may take. */
  patience?: number;
}

export interface FileDescription {
  kind: 'file';
  settings: TargetSettings;
  /** The path of the socket where the parent takes the word to restart it; absent where it was not launched. */
  control?: string;
  /** The same system in other profiles. */
  profiles: Record<string, FileDescription>;
}

export type TargetDescription = EmbeddedDescription | FileDescription;
