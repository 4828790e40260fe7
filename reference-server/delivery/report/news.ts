/** What is told of a message: what it was, and what became of its recipients. */

import type { Addressee, Envelope } from '../mail';

/** The message that is reported on. */
export interface Subject {
  /** As the log calls it. */
  readonly name: string;
  readonly envelope: Pick<
    Envelope,
    'reversePath' | 'envelopeId' | 'returnContent' | 'body' | 'utf8' | 'hold' | 'deliverBy' | 'requireTls'
  >;
  /** When this server took it, in milliseconds since 1970. */
  readonly arrived: number;
  readonly content: Buffer;
}

/** RFC 3464 §2.3.3. */
export type Action = 'failed' | 'delayed' | 'delivered' | 'relayed' | 'expanded';

export interface News {
  readonly recipient: Addressee;
  readonly action: Action;
  /** RFC 3463. */
  readonly status: string;
  /** Who did not ask for it hears of it too, but for who wants to hear of nothing (RFC 2852 §4.1.4). */
  readonly unasked?: boolean | undefined;
  /** What happened, in words, where there is more to say. */
  readonly why?: string | undefined;
  /** The other server, and what it said, line by line: `550 5.1.1 No such user` (RFC 3464 §2.3.5, §2.3.6). */
  readonly remote?: string | undefined;
  readonly diagnostic?: string | undefined;
  /** When it was last tried (RFC 3464 §2.3.7), in milliseconds since 1970. */
  readonly lastAttempt?: number | undefined;
  /** When a delayed one will be given up (RFC 3464 §2.3.9), likewise. */
  readonly willRetryUntil?: number | undefined;
}
