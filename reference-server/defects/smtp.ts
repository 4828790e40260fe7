/** Mistakes that SMTP and LMTP servers make. */

import type { SmtpHook } from '../smtp/hooks';
import type { Defect } from './defect';

export const smtpDefects: ReadonlyArray<Defect<SmtpHook>> = [];
