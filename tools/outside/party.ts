import type { Other } from '../others';

/** What a program that nobody here wrote makes of the Internet as the suite plays it. */
export interface Party extends Other {
  /** Throws when something is not as it should be. */
  use(): Promise<void>;
}
