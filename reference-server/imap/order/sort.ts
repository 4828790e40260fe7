import type { Arguments } from '../syntax/arguments';
import type { Ordered } from './ordered';

/** What messages are sorted by: less than nought where the first comes first, nought where this does not tell. */
export type Criterion = (one: Ordered, other: Ordered) => number;

const text = (of: (message: Ordered) => string): Criterion => {
  return (one, other) => (of(one) === of(other) ? 0 : of(one) < of(other) ? -1 : 1);
};

/** RFC 5256 §3. */
export const CRITERIA: Readonly<Record<string, Criterion>> = {
  ARRIVAL: (one, other) => one.arrival - other.arrival,
  CC: text(({ head }) => head.cc),
  DATE: (one, other) => one.sent - other.sent,
  FROM: text(({ head }) => head.from),
  SIZE: (one, other) => one.size - other.size,
  SUBJECT: text(({ head }) => head.subject),
  TO: text(({ head }) => head.to),
};

/** `(REVERSE DATE SUBJECT)`. */
export function readOrder(args: Arguments, known: ReadonlyMap<string, Criterion>): Criterion[] {
  const read = () => args.named(known, 'SORT knows no');
  return args.list(() => {
    if (args.match(/reverse(?= )/iy) === undefined) return read();
    args.space();
    const criterion = read();
    return (one, other) => criterion(other, one);
  });
}

/** Those that are equal by all criteria stay as they are in the mailbox: REVERSE does not turn them. */
export function sorted(messages: readonly Ordered[], criteria: readonly Criterion[]): Ordered[] {
  return [...messages].sort((one, other) => {
    for (const criterion of criteria) {
      const order = criterion(one, other);
      if (order !== 0) return order;
    }
    return one.uid - other.uid;
  });
}
