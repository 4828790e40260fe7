import { FLAG, type MailboxId, type Message, type MessageChange, type Store } from '../../store/types';
import { LastAsked } from '../order/last-asked';
import type { Ordered } from '../order/ordered';
import type { Thread } from '../order/threads';
import { FlagHistory } from './flag-history';

/** From this many missing messages on, one query reads them all. */
const MANY = 8;
/** The flags that the store has an index of: \Seen of messages without it, the others of messages with it. */
const INDEXED: ReadonlyMap<number, boolean> = new Map([
  [FLAG.seen, false],
  [FLAG.flagged, true],
  [FLAG.deleted, true],
]);

/**
 * A mailbox as it is now, shared by all sessions that have it selected: UIDs at once, what is known of each message when it is first
 * asked for; kept up to date by the store's news. Contents are never held here.
 */
export class MailboxModel {
  readonly uids: number[];
  readonly history = new FlagHistory();
  readonly lastSort = new LastAsked<readonly Ordered[]>();
  readonly lastThreads = new LastAsked<readonly Thread[]>();
  private readonly known = new Map<number, Message>();
  /** By bit, negative for messages without the flag. */
  private readonly flagged = new Map<number, readonly number[]>();
  private readonly stop: () => void;

  constructor(
    private readonly store: Store,
    readonly id: MailboxId,
  ) {
    this.uids = store.messages.uids(id);
    this.stop = store.changes.watch(id, (change) => {
      if (change.kind === 'appended' || change.kind === 'flags' || change.kind === 'expunged') this.apply(change);
    });
  }

  /** The message as it is now; undefined when it is gone. */
  message(uid: number): Message | undefined {
    const known = this.known.get(uid);
    if (known) return known;
    if (!this.has(uid)) return undefined;
    const message = this.store.messages.get(this.id, uid);
    if (message) this.known.set(uid, message);
    return message;
  }

  /** Reads what is not known yet of these messages (ascending UIDs) in as few queries as pay. */
  prepare(uids: readonly number[]): void {
    if (this.known.size === this.uids.length) return;
    const missing = uids.filter((uid) => !this.known.has(uid));
    if (missing.length < MANY) return;
    for (const message of this.store.messages.range(this.id, missing[0]!, missing.at(-1)!)) {
      if (!this.known.has(message.uid)) this.known.set(message.uid, message);
    }
  }

  /** Those of these UIDs (ascending) whose messages are there and have changed since that mod-sequence. */
  changed(since: number, uids: readonly number[]): number[] {
    this.prepare(uids);
    if (this.known.size < this.uids.length) return uids.filter((uid) => (this.message(uid)?.modseq ?? 0) > since);
    // All are known: those that have changed are few.
    const changed: number[] = [];
    for (const { uid, modseq } of this.known.values()) if (modseq > since) changed.push(uid);
    return changed.sort((a, b) => a - b).filter((uid) => uids[positionOf(uids, uid)] === uid);
  }

  /**
   * The UIDs of the messages that have, or have not, this system flag; ascending. Remembered until something changes: clients ask for
   * the unseen again and again. Where the store has an index, no message is read.
   */
  byFlag(bit: number, set: boolean): readonly number[] {
    const key = set ? bit : -bit;
    const found = this.flagged.get(key) ?? this.findByFlag(bit, set);
    this.flagged.set(key, found);
    return found;
  }

  private findByFlag(bit: number, set: boolean): number[] {
    const { messages } = this.store;
    if (this.known.size < this.uids.length) {
      const indexed = INDEXED.get(bit);
      if (indexed === set) return messages.uidsByFlag(this.id, bit, set);
      if (indexed !== undefined) {
        const others = new Set(messages.uidsByFlag(this.id, bit, indexed));
        return this.uids.filter((uid) => !others.has(uid));
      }
      this.prepare(this.uids);
    }
    return this.uids.filter((uid) => ((this.message(uid)!.flags & bit) !== 0) === set);
  }

  has(uid: number): boolean {
    return this.uids[positionOf(this.uids, uid)] === uid;
  }

  close(): void {
    this.stop();
  }

  private apply(change: MessageChange): void {
    this.flagged.clear();
    if (change.kind !== 'flags') for (const last of [this.lastSort, this.lastThreads]) last.forget();
    if (change.kind === 'expunged') {
      for (const uid of change.uids) {
        this.known.delete(uid);
        this.history.forget(uid);
      }
      removeAll(this.uids, change.uids);
      return;
    }
    for (const message of change.messages) {
      if (change.kind === 'flags') this.history.note(this.known.get(message.uid), message);
      this.known.set(message.uid, message);
      if (change.kind === 'appended') this.uids.push(message.uid);
    }
  }
}

/** The place of the first UID that is not smaller, in ascending UIDs. */
export function positionOf(uids: readonly number[], uid: number): number {
  const { length } = uids;
  if (length === 0 || uid <= uids[0]!) return 0;
  // No two are the same: before and behind it are at most as many as there are numbers, which leaves little where few are missing.
  let low = Math.max(0, length - (uids[length - 1]! - uid + 1));
  if (low >= length) return length;
  let high = Math.min(length, uid - uids[0]!);
  while (low < high) {
    const middle = (low + high) >> 1;
    if (uids[middle]! < uid) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Takes these UIDs (ascending) out of ascending UIDs. */
export function removeAll(uids: number[], gone: readonly number[]): void {
  if (gone.length <= 4) {
    for (const uid of gone) {
      const place = positionOf(uids, uid);
      if (uids[place] === uid) uids.splice(place, 1);
    }
    return;
  }
  const set = new Set(gone);
  let kept = 0;
  for (const uid of uids) if (!set.has(uid)) uids[kept++] = uid;
  uids.length = kept;
}
