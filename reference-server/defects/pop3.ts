/** Mistakes that POP3 servers make. */

import type { Pop3Hook } from '../pop3/hooks';
import type { Defect } from './defect';

export const pop3Defects: ReadonlyArray<Defect<Pop3Hook>> = [];
