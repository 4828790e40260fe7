import type { SharedParts } from '../context';
import type { Replacements } from '../seams';
import type { Choices } from './choices';
import type { Call, Done } from './command';
import type { Session } from './session';

/** How a named mistake is made: it changes decisions, stands around commands, or rewrites what is sent. */
export interface ImapHook {
  /** Shared parts as this protocol sees them. */
  readonly parts?: Replacements<SharedParts>;
  readonly choices?: Partial<Choices>;
  /** Around every command; `next` does what is right. */
  readonly run?: (session: Session, call: Call, next: () => Promise<Done>) => Promise<Done>;
  /** Every response, CRLF included, as a binary string; undefined keeps it back. */
  readonly send?: (response: string, session: Session) => string | undefined;
}
