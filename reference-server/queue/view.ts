/** What may be seen of the queue from outside. */

export interface QueueView {
  /** As the Received field of the message has it. */
  readonly id: string;
  /** The reverse-path; '' for the null one. */
  readonly from: string;
  /** Milliseconds since 1970, on the server's clock. */
  readonly arrived: number;
  readonly recipients: readonly QueuedView[];
}

export interface QueuedView {
  readonly address: string;
  readonly state: 'waiting' | 'delivered' | 'failed';
  /** How often it was tried. */
  readonly attempts: number;
  /** When it is tried next, on the server's clock. */
  readonly due: number | undefined;
  /** What the last attempt came to, in words. */
  readonly news: string;
}
