/** The commands that need no capability. */

import { AUTHORIZATION, BOTH, type Command, TRANSACTION } from '../capability';
import { dele, list, noop, retr, rset, stat } from './maildrop';
import { pass, quit, user } from './session';

export const BASE_COMMANDS: Readonly<Record<string, Command>> = {
  USER: { states: AUTHORIZATION, run: user },
  PASS: { states: AUTHORIZATION, run: pass },
  STAT: { states: TRANSACTION, run: stat },
  LIST: { states: TRANSACTION, run: list },
  RETR: { states: TRANSACTION, run: retr },
  DELE: { states: TRANSACTION, run: dele },
  NOOP: { states: TRANSACTION, run: noop },
  RSET: { states: TRANSACTION, run: rset },
  QUIT: { states: BOTH, run: quit },
};
