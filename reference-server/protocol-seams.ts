/** Who steps in where, by protocol. */

import type { ImapSeams } from './imap/seams';
import type { UnwantedSeams } from './policies/seams';
import type { Pop3Seams } from './pop3/seams';
import type { RelaySeams } from './queue/seams';
import type { SmtpSeams } from './smtp/seams';
import type { WebmailSeams } from './webmail/seams';

/** The first named is the outermost. `smtp` is for all ports that speak it, submission too. */
export interface ProtocolSeams {
  readonly smtp?: readonly SmtpSeams[];
  readonly lmtp?: readonly SmtpSeams[];
  readonly pop3?: readonly Pop3Seams[];
  readonly imap?: readonly ImapSeams[];
  /** The way to other servers. */
  readonly relay?: readonly RelaySeams[];
  /** What is asked of strangers' mail. */
  readonly unwanted?: readonly UnwantedSeams[];
  readonly webmail?: readonly WebmailSeams[];
}
