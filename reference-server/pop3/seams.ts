/** Where somebody may step into POP3: see ../seams.ts. */

import type { SharedParts } from '../context';
import type { Seams } from '../seams';
import type { Answer } from './answer';
import type { CommandLine } from './line';
import type { Maildrop } from './maildrop';
import type { Session } from './session';

export interface Pop3Parts extends SharedParts {
  /** Made anew for each login. */
  readonly maildrop: Maildrop;
}

export type Pop3Seams = Seams<Session, CommandLine, Answer, Pop3Parts>;
