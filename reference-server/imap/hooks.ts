import type { Choices } from './choices';
import type { Call, Done } from './command';
import type { Session } from './session';

/** How a named mistake is made: it changes decisions, stands around commands, or rewrites what is sent. */
export interface ImapHook {
  readonly choices?: Partial<Choices>;
  /** Around every command; `next` does what is right. */
  readonly run?: (session: Session, call: Call, next: () => Promise<Done>) => Promise<Done>;
  /** Every response, CRLF included, as a binary string; undefined keeps it back. */
  readonly send?: (response: string, session: Session) => string | undefined;
}
