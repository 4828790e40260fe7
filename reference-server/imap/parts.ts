import type { SharedParts } from '../context';

/** The parts whose methods a guest of IMAP's sessions may replace: see seams.ts. */
export interface ImapParts extends SharedParts {}
