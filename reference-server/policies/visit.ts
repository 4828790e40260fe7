/** What policies know of one transaction, and what they have found out about it. */

import type { Path } from '../delivery/mail';
import type { Reply } from '../delivery/reply';
import type { SpfResult } from './spf/result';

export interface Visit {
  readonly address: string;
  /** The name that the client gives. */
  readonly helo: string;
  readonly reversePath: Path;
  /** What is answered to all its recipients, once the first was asked about. */
  greeted?: { readonly refusal: Reply | undefined };
  /** Asked when it is first needed. */
  sender?: Promise<SenderFinding>;
}

/** Whose record had the last word on who sends (RFC 7208 §2.3, §2.4). */
export interface SenderFinding extends SpfResult {
  readonly identity: 'helo' | 'mailfrom';
  /** The domain that was asked about. */
  readonly asked: string;
}
