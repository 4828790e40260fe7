import type { SharedParts } from '../context';
import type { Parser } from '../mime/parser';
import type { Seams } from '../seams';
import type { AccountBackend } from './backend/account';
import type { Selected } from './backend/selected';
import type { Call, Done } from './command';
import type { Literals } from './literals';
import type { Session } from './session';

/** Where somebody may step in: a response goes out whole, CRLF included, as a binary string. */
export type ImapSeams = Seams<Session, Call, Done, ImapParts, string>;

/** The parts whose methods may be replaced. */
export interface ImapParts extends SharedParts {
  readonly parser: Parser;
  readonly literals: Literals;
  /** Made at each login. */
  readonly account: AccountBackend;
  /** Made at each SELECT and EXAMINE. */
  readonly selected: Selected;
}
