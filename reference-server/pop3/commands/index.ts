/** The commands that need no capability. */

import { BOTH, type Command, TRANSACTION } from '../capability';
import { dele, list, noop, retr, rset, stat } from './maildrop';
import { quit } from './quit';

export const BASE_COMMANDS: Readonly<Record<string, Command>> = {
  STAT: { states: TRANSACTION, run: stat },
  LIST: { states: TRANSACTION, run: list },
  RETR: { states: TRANSACTION, run: retr },
  DELE: { states: TRANSACTION, run: dele },
  NOOP: { states: TRANSACTION, run: noop },
  RSET: { states: TRANSACTION, run: rset },
  QUIT: { states: BOTH, run: quit },
};
