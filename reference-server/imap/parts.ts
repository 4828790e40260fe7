import type { SharedParts } from '../context';
import type { Parser } from '../mime/parser';
import type { AccountBackend } from './backend/account';
import type { Selected } from './backend/selected';
import type { Literals } from './literals';

/** The parts whose methods a guest of IMAP's sessions may replace: see seams.ts. */
export interface ImapParts extends SharedParts {
  readonly parser: Parser;
  readonly literals: Literals;
  /** Made at each login. */
  readonly account: AccountBackend;
  /** Made at each SELECT and EXAMINE. */
  readonly selected: Selected;
}
