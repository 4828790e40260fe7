import { NumberWriter } from '../response/numbers';
import { bySent, type Ordered } from './ordered';
import { CRITERIA, sorted } from './sort';

/** A message of a conversation and what follows upon it; what has no message stands for one that is not here. */
export interface Thread {
  readonly message: Ordered | undefined;
  readonly children: readonly Thread[];
}

/** How messages become conversations. */
export type Threading = (messages: readonly Ordered[]) => readonly Thread[];

/** RFC 5256 §3, ORDEREDSUBJECT: those about the same are a conversation, in which all others follow upon the first. */
export function orderedSubject(messages: readonly Ordered[]): readonly Thread[] {
  const about = new Map<string, Ordered[]>();
  for (const message of sorted(messages, [CRITERIA.SUBJECT!, CRITERIA.DATE!])) {
    const same = about.get(message.head.subject);
    if (same) same.push(message);
    else about.set(message.head.subject, [message]);
  }
  return [...about.values()]
    .sort(([one], [other]) => bySent(one!, other!))
    .map(([message, ...others]) => ({ message, children: others.map((other) => ({ message: other, children: [] })) }));
}

/** What stands between the UIDs of a THREAD response: negative, to be told from them. */
const BEGIN = -40;
const END = -41;
const SPACE = -32;

/**
 * The THREAD response.
 * @param answered the numbers that the client knows these messages by
 */
export function formatThreads(threads: readonly Thread[], answered: (uids: number[]) => readonly number[]): string {
  const pieces = piecesOf(threads);
  const uids = pieces.filter((piece) => piece > 0);
  const numbers = uids.length > 0 ? answered(uids) : [];
  const writer = new NumberWriter();
  let next = 0;
  for (const piece of pieces) {
    if (piece > 0) writer.number(numbers[next++]!);
    else writer.character(-piece);
  }
  return writer.text;
}

/** Without recursion: a conversation may be as deep as it is long. */
function piecesOf(threads: readonly Thread[]): number[] {
  const pieces: number[] = [];
  const left: (Thread | number)[] = [];
  const inParentheses = (several: readonly Thread[]) => {
    for (let place = several.length - 1; place >= 0; place--) left.push(END, several[place]!, BEGIN);
  };
  inParentheses(threads);
  for (let next = left.pop(); next !== undefined; next = left.pop()) {
    if (typeof next === 'number') {
      pieces.push(next);
      continue;
    }
    const { message, children } = next;
    if (message) pieces.push(message.uid);
    // One that follows stands behind it, several each in parentheses.
    if (children.length === 1) left.push(children[0]!);
    else inParentheses(children);
    if (message && children.length > 0) left.push(SPACE);
  }
  return pieces;
}
