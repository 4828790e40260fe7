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

export interface NewEntry extends Pick<QueueEntry, 'name' | 'envelope' | 'arrived'> {
  readonly content: Buffer;
  readonly recipients: ReadonlyArray<Pick<QueuedRecipient, 'recipient' | 'destination' | 'due' | 'deadline'>>;
}

export interface QueuedRecipient {
  readonly entry: EntryId;
  /** Its place among the entry's recipients. */
  readonly number: number;
  readonly recipient: string;
  /** Recipients of one destination are tried together and wait together. */
  readonly destination: string;
  readonly state: 'waiting' | 'delivered' | 'failed';
  readonly attempts: number;
  /** When it is tried next; undefined when nothing more is to be done. */
  readonly due: number | undefined;
  /** When it is to be looked at although nothing came of it. */
  readonly deadline: number | undefined;
  /** What the last attempt came to; '' before the first. */
  readonly news: string;
}

/** A recipient that is due, as its message. */
export interface DueEntry {
  readonly due: number;
  readonly entry: EntryId;
}

/** One that somebody waits for. */
export interface QueueDestination {
  readonly name: string;
  /** The earliest time of those that wait for it. */
  readonly due: number;
  /** Nobody is tried before, however due. */
  readonly hold: number;
  /** How often in a row it could not be reached. */
  readonly failures: number;
  readonly news: string;
}

/** Nothing here grows with the number of messages that wait, but for what says so. */
export interface MessageQueue {
  add(entry: NewEntry): EntryId;
  /** Oldest first, a page of them. */
  entries(after: EntryId, limit: number): QueueEntry[];
  entry(id: EntryId): QueueEntry | undefined;
  /** By the name in their Received fields: reads through the list of messages. */
  named(name: string): QueueEntry[];
  /** How many messages there are: counts them. */
  count(): number;
  recipients(entry: EntryId): QueuedRecipient[];
  /** Takes a message out, whatever became of it. */
  remove(entry: EntryId): void;
  /** Destinations that something is due for, who waits longest first: those that could not be reached the last time, or the others. */
  ready(now: number, failing: boolean, except: readonly string[], limit: number): QueueDestination[];
  destination(name: string): QueueDestination | undefined;
  /** All of them: as long as the list of destinations is. */
  destinations(): string[];
  /** Keeps what was learnt of a destination. Nothing where nobody waits for it any more. */
  hold(destination: Omit<QueueDestination, 'due'>): void;
  /** What is due for a destination, a page of recipients, who waits longest first; what comes after is behind all of that entry's. */
  dueFor(destination: string, now: number, after: DueEntry | undefined, limit: number): DueEntry[];
  /**
   * What was tried already and waits for a destination is due now, whatever is known of it; says how many messages are. What was never
   * tried waits for a time that was asked for, or is due anyway. As long as they are many.
   */
  hasten(destination: string, now: number): number;
  /** A message is due now for all for whom it waits, before all others, whatever is known of their destinations; gives these. */
  hastenEntry(entry: EntryId, now: number): string[];
  /** Whose deadline has come, the earliest first. */
  atDeadline(now: number, limit: number): QueuedRecipient[];
  /** When something more is to be done. */
  nextEvent(after: number): number | undefined;
  /** Keeps what became of a recipient. The entry goes with the last of them that had something to wait for. */
  update(recipient: QueuedRecipient): void;
  /** Sends what waits for a destination another way: reads all of it. */
  redirect(destination: string, to: (recipient: string) => string): void;
  /** Calls back with their destinations when a message was added; returns what ends it. */
  watch(listener: (destinations: readonly string[]) => void): () => void;
}
