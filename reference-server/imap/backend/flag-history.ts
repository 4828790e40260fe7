import type { Message } from '../../store/types';
import { hasKeyword } from '../syntax/flags';

/** Flags as a change of them names them. */
export type Flags = Pick<Message, 'flags' | 'keywords'>;

/** What is known of one message. */
interface Known {
  /** All its changes behind this mod-sequence are known. */
  from: number;
  changes: Array<Flags & { modseq: number }>;
}

/** Changes of one message that are remembered: the last. */
const KEPT = 16;

/**
 * Which flags of a mailbox's messages have changed since it was opened. The store has one mod-sequence for a message and not one for each
 * flag; by this a change of one flag need not be refused because of another (RFC 7162 §3.1.12).
 */
export class FlagHistory {
  private readonly byUid = new Map<number, Known>();

  /** Takes down a change; without `before` nobody knows what has changed. */
  note(before: Message | undefined, { uid, modseq, flags, keywords }: Message): void {
    if (!before) {
      this.byUid.set(uid, { from: modseq, changes: [] });
      return;
    }
    const known = this.byUid.get(uid) ?? { from: before.modseq, changes: [] };
    this.byUid.set(uid, known);
    const names = [...without(before.keywords, keywords), ...without(keywords, before.keywords)];
    known.changes.push({ modseq, flags: before.flags ^ flags, keywords: names });
    if (known.changes.length > KEPT) known.from = known.changes.shift()!.modseq;
  }

  forget(uid: number): void {
    this.byUid.delete(uid);
  }

  /** Whether one of these flags has changed behind that mod-sequence; true where that is not known. */
  mayHaveChanged(uid: number, { flags, keywords }: Flags, since: number): boolean {
    const known = this.byUid.get(uid);
    if (!known || since < known.from) return true;
    return known.changes.some(
      (change) =>
        change.modseq > since &&
        ((change.flags & flags) !== 0 || change.keywords.some((name) => hasKeyword(keywords, name))),
    );
  }
}

function without(some: readonly string[], others: readonly string[]): string[] {
  return some.filter((one) => !hasKeyword(others, one));
}
