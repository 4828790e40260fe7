import type { SharedParts } from '../context';
import type { AccountBackend } from './backend/account';
import type { Selected } from './backend/selected';

/** The parts whose methods a guest of IMAP's sessions may replace: see seams.ts. */
export interface ImapParts extends SharedParts {
  /** Made at each login. */
  readonly account: AccountBackend;
  /** Made at each SELECT and EXAMINE. */
  readonly selected: Selected;
}
