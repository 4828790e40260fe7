import type { Commands } from './command';
import type { Session } from './session';

/** One row of the capability table: what is announced, because something here does it. */
export interface Capability {
  /** As announced. */
  readonly name: string;
  /** The RFC that defines it, as `9051` or, with the section, `9051 §6.3.10`. */
  readonly rfc: string;
  /** Whether it shows to this session now; always, when absent. */
  readonly shows?: (session: Session) => boolean;
  /** What is announced where that is more than the name: `APPENDLIMIT=35651584`, `AUTH=…` one by one. */
  readonly words?: (session: Session) => string[];
  /** The commands that exist because of it. */
  readonly commands?: Commands;
  /** Stays where a profile leaves out everything that may be left out. */
  readonly basic?: boolean;
  /** It takes the place of that other capability, where that one is left out. */
  readonly unless?: string;
}
