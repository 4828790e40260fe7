/** Where somebody may step in: in SMTP on all its ports, and in LMTP. */

import type { SharedParts } from '../context';
import type { Reply } from '../delivery/reply';
import type { Seams } from '../seams';
import type { CommandLine } from './line';
import type { Session } from './session';

/** The replies of one command pass `out` one by one; those that a command sends before its last one do not come back from `next`. */
export type SmtpSeams = Seams<Session, CommandLine, Reply, SharedParts>;
