/** The store's part of the queue: messages on their way to other servers. */

export type EntryId = number;

/** A message that waits to be handed to other servers. What stands in the texts is the business of queue/. */
export interface QueueEntry {
  readonly id: EntryId;
  /** As its Received field has it. */
  readonly name: string;
  readonly envelope: string;
  /** Its octets: see Messages.content. */
  readonly blob: number;
  /** Milliseconds since 1970. */
  readonly arrived: number;
}

export interface QueuedRecipient {
  readonly entry: EntryId;
  /** Its place among the entry's recipients. */
  readonly number: number;
  readonly recipient: string;
  readonly state: 'waiting' | 'delivered' | 'failed';
  readonly attempts: number;
  /** When it is tried next; undefined when nothing more is to be done. */
  readonly due: number | undefined;
  /** What the last attempt came to; '' before the first. */
  readonly news: string;
}

export interface MessageQueue {
  /** Adds a message whose recipients are tried at once. */
  add(entry: { name: string; envelope: string; content: Buffer; recipients: readonly string[] }): EntryId;
  /** Oldest first. */
  entries(): QueueEntry[];
  entry(id: EntryId): QueueEntry | undefined;
  recipients(entry: EntryId): QueuedRecipient[];
  /** Who is to be tried by now, who waits longest first. */
  due(now: number): QueuedRecipient[];
  /** When somebody is to be tried next. */
  nextDue(after: number): number | undefined;
  /** Keeps what became of a recipient. The entry goes with the last of them that had something to wait for. */
  update(recipient: QueuedRecipient): void;
  /** Calls back when a message was added; returns what ends it. */
  watch(listener: () => void): () => void;
}
