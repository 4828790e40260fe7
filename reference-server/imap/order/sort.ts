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
  const found: Ordered[] = [];
  for (const place of packed(columns, messages.length) ?? compared(columns, messages.length))
    found.push(messages[place]!);
  return found;
}

/** A number from 0 for each message, less where it comes before others, and how many numbers there may be. */
interface Column {
  numbers: Float64Array;
  span: number;
  /** All of them are whole numbers. */
  whole: boolean;
}

function columnOf(messages: readonly Ordered[], { of, reverse }: Criterion): Column {
  const values = messages.map(of);
  const numbers = values.every((value) => typeof value === 'number') ? new Float64Array(values) : ranksOf(values);
  let [least, most] = [numbers[0] ?? 0, numbers[0] ?? 0];
  for (const number of numbers) {
    if (number < least) least = number;
    else if (number > most) most = number;
  }
  let whole = true;
  for (let place = 0; place < numbers.length; place++) {
    const number = numbers[place]!;
    numbers[place] = reverse ? most - number : number - least;
    whole &&= Number.isInteger(number);
  }
  return { numbers, span: most - least + 1, whole };
}

function ranksOf(texts: readonly (number | string)[]): Float64Array {
  const ids = new Map<number | string, number>();
  const idOf = new Uint32Array(texts.length);
  for (let place = 0; place < texts.length; place++) {
    const text = texts[place]!;
    const known = ids.get(text);
    if (known === undefined) ids.set(text, ids.size);
    idOf[place] = known ?? ids.size - 1;
  }
  const rankOf = new Uint32Array(ids.size);
  let rank = 0;
  for (const text of [...ids.keys()].sort()) rankOf[ids.get(text)!] = rank++;
  return Float64Array.from(idOf, (id) => rankOf[id]!);
}

/** Places in order, by one number for all columns and the place itself; undefined where that is no whole number that can be told from the next. */
function packed(columns: readonly Column[], count: number): Float64Array | undefined {
  if (!columns.every(({ whole }) => whole)) return undefined;
  if (columns.reduce((product, { span }) => product * span, count) > Number.MAX_SAFE_INTEGER) return undefined;
  const keys = new Float64Array(count);
  for (const { numbers, span } of columns)
    for (let place = 0; place < count; place++) keys[place] = keys[place]! * span + numbers[place]!;
  for (let place = 0; place < count; place++) keys[place] = keys[place]! * count + place;
  keys.sort();
  for (let place = 0; place < count; place++) keys[place] = keys[place]! % count;
  return keys;
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
