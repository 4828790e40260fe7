/** All named mistakes. */

import type { Defect } from './defect';
import { imapDefects } from './imap';
import { lmtpDefects } from './lmtp';
import { mimeDefects } from './mime';
import { pop3Defects } from './pop3';
import { smtpDefects } from './smtp';

export const DEFECT_LISTS: ReadonlyArray<readonly Defect[]> = [
  smtpDefects,
  lmtpDefects,
  pop3Defects,
  imapDefects,
  mimeDefects,
];
