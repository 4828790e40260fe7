import type { Seams } from '../seams';
import type { Choices } from './choices';
import type { Call, Done } from './command';
import type { ImapParts } from './parts';
import type { Session } from './session';

/** Where somebody may step in: a response goes out whole, CRLF included, as a binary string. */
export type ImapSeams = Seams<Session, Call, Done, ImapParts, string>;

/** What one guest does: by the seams, or by decisions of handlers that it changes. */
export interface ImapHook extends ImapSeams {
  readonly choices?: Partial<Choices>;
}
