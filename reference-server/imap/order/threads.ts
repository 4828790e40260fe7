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

/** The THREAD response, without recursion: a conversation may be as deep as it is long. */
export function formatThreads(threads: readonly Thread[], number: (message: Ordered) => number): string {
  let text = '';
  const left: (Thread | string)[] = [...threads].reverse().flatMap((thread) => [')', thread, '(']);
  for (let next = left.pop(); next !== undefined; next = left.pop()) {
    if (typeof next === 'string') {
      text += next;
      continue;
    }
    const { message, children } = next;
    if (message) text += number(message);
    const [only] = children;
    // One that follows stands behind it, several each in parentheses.
    if (children.length === 1) left.push(only!, ...(message ? [' '] : []));
    else if (children.length > 1) {
      for (const child of [...children].reverse()) left.push(')', child, '(');
      if (message) left.push(' ');
    }
  }
  return text;
}
