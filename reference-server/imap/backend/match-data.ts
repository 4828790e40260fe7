import type { Span } from '../syntax/sequence-set';

/** A sample of what a client knows (RFC 7162 §3.2.5.2): message numbers, and which UIDs they had, in the same order. Both ascend. */
export interface MatchData {
  readonly numbers: readonly Span[];
  readonly uids: readonly Span[];
}

/**
 * The UID up to which the client knows of every expunge, since a message has the number that it knows; 0 where none has. @param uids of the
 * mailbox, by number
 */
export function knownUpTo(uids: readonly number[], data: MatchData): number {
  const known = each(data.uids);
  let upTo = 0;
  for (const number of each(data.numbers)) {
    const uid = known.next();
    // A set may name more than any mailbox has.
    if (uid.done || number > uids.length) break;
    if (uids[number - 1] === uid.value) upTo = uid.value;
  }
  return upTo;
}

function* each(spans: readonly Span[]): Generator<number, void> {
  for (const [from, to] of spans) for (let number = from; number <= to; number++) yield number;
}
