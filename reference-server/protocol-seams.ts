/** Who steps in where, by protocol. */

import type { ImapHook } from './imap/hooks';
import type { Pop3Seams } from './pop3/seams';
import type { SmtpHook } from './smtp/hooks';

/** The first named is the outermost. `smtp` is for all ports that speak it, submission too. */
export interface ProtocolSeams {
  readonly smtp?: readonly SmtpHook[];
  readonly lmtp?: readonly SmtpHook[];
  readonly pop3?: readonly Pop3Seams[];
  readonly imap?: readonly ImapHook[];
}
