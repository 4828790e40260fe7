/** Mistakes that IMAP servers make. */

import type { ImapHook } from '../imap/hooks';
import type { Defect } from './defect';

export const imapDefects: ReadonlyArray<Defect<ImapHook>> = [];
