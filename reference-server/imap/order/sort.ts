import type { Arguments } from '../syntax/arguments';
import type { Ordered } from './ordered';

/** What messages are sorted by: the least value comes first. Of all messages it is a number, or of all a text. */
export interface Criterion {
  of(message: Ordered): number | string;
  /** It looks at the message's row alone: no message need be read for it. */
  readonly row?: true;
  /** The greatest value comes first. */
  readonly reverse?: true;
}

/** RFC 5256 §3. */
export const CRITERIA: Readonly<Record<string, Criterion>> = {
  ARRIVAL: { of: ({ arrival }) => arrival, row: true },
  CC: { of: ({ head }) => head.cc },
  DATE: { of: ({ sent }) => sent },
  FROM: { of: ({ head }) => head.from },
  SIZE: { of: ({ size }) => size, row: true },
  SUBJECT: { of: ({ head }) => head.subject },
  TO: { of: ({ head }) => head.to },
};

/** `(REVERSE DATE SUBJECT)`. */
export function readOrder(args: Arguments, known: ReadonlyMap<string, Criterion>): Criterion[] {
  const read = () => args.named(known, 'SORT knows no');
  return args.list((): Criterion => {
    if (args.match(/reverse(?= )/iy) === undefined) return read();
    args.space();
    return { ...read(), reverse: true };
  });
}

/**
 * Those that are equal by all criteria stay as they are in the mailbox: REVERSE does not turn them.
 * @param messages as they are in the mailbox
 */
export function sorted(messages: readonly Ordered[], criteria: readonly Criterion[]): Ordered[] {
  // Each message is asked once, and what is compared are numbers.
  const columns = criteria.map((criterion) => columnOf(messages, criterion));
  const placed = packed(columns, messages.length) ?? compared(columns, messages.length);
  return placed.map((place) => messages[place]!);
}

/** A number from 0 for each message, less where it comes before others, and how many numbers there may be. */
interface Column {
  numbers: Float64Array;
  span: number;
}

function columnOf(messages: readonly Ordered[], { of, reverse }: Criterion): Column {
  const values = messages.map(of);
  const numbers = values.every((value) => typeof value === 'number') ? values : ranksOf(values as string[]);
  let [least, most] = [0, 0];
  for (const [place, number] of numbers.entries()) {
    if (place === 0 || number < least) least = number;
    if (place === 0 || number > most) most = number;
  }
  return {
    numbers: Float64Array.from(numbers, (number) => (reverse ? most - number : number - least)),
    span: most - least + 1,
  };
}

function ranksOf(texts: readonly string[]): number[] {
  const ranks = new Map(texts.map((text) => [text, 0]));
  let rank = 0;
  for (const text of [...ranks.keys()].sort()) ranks.set(text, rank++);
  return texts.map((text) => ranks.get(text)!);
}

/** Places in order, by one number for all columns and the place itself; undefined where that is no whole number that can be told from the next. */
function packed(columns: readonly Column[], count: number): number[] | undefined {
  if (columns.reduce((product, { span }) => product * span, count) > Number.MAX_SAFE_INTEGER) return undefined;
  const keys = new Float64Array(count);
  for (const { numbers, span } of columns) {
    if (!numbers.every(Number.isInteger)) return undefined;
    for (let place = 0; place < count; place++) keys[place] = keys[place]! * span + numbers[place]!;
  }
  for (let place = 0; place < count; place++) keys[place] = keys[place]! * count + place;
  return Array.from(keys.sort(), (key) => key % count);
}

function compared(columns: readonly Column[], count: number): number[] {
  return Array.from({ length: count }, (_, place) => place).sort((one, other) => {
    for (const { numbers } of columns) {
      const order = numbers[one]! - numbers[other]!;
      if (order !== 0) return order;
    }
    return one - other;
  });
}
