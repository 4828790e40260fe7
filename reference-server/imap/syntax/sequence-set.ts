import { bad } from '../refusal';
import type { Arguments } from './arguments';

/** Both bounds included, the smaller first; Infinity stands for `*` until it is resolved. */
export type Span = [from: number, to: number];

/** What a sequence set says: spans in the order written, or a name that stands for messages, such as `$` (RFC 5182). */
export type SequenceSet = Array<[from: number, to: number]> | string;

const SET = /[\d:*,]+/y;
const ITEM = /^([1-9]\d{0,9}|\*)(?::([1-9]\d{0,9}|\*))?$/;

/** Reads a sequence-set (RFC 9051 §9), or one of these names. */
export function readSequenceSet(args: Arguments, names: readonly string[]): SequenceSet {
  const name = names.find((one) => args.accept(one));
  if (name !== undefined) return name;
  const text = args.match(SET) ?? args.fail('a sequence set is missing');
  return text.split(',').map((item) => {
    const match = ITEM.exec(item);
    if (!match) throw bad(`${item.slice(0, 30)} is no sequence set`).because('syntax');
    const from = bound(match[1]!);
    return [from, match[2] === undefined ? from : bound(match[2])];
  });
}

/** Reads a set without `*`, as RFC 7162 §7 wants it of a client that tells what it knows; @param order as it must be written. */
export function readSpans(args: Arguments, order?: 'ascending'): Span[] {
  const spans = readSequenceSet(args, []) as Span[];
  if (spans.some((span) => span.includes(Number.POSITIVE_INFINITY))) args.fail('* stands for nothing here');
  const ascends = spans.every(([from, to], place) => from <= to && from > (spans[place - 1]?.[1] ?? 0));
  if (order && !ascends) args.fail('a set does not ascend');
  return spans;
}

function bound(text: string): number {
  const number = text === '*' ? Number.POSITIVE_INFINITY : Number(text);
  if (number !== Number.POSITIVE_INFINITY && number > 0xffffffff)
    throw bad('a number is out of range').because('syntax');
  return number;
}

/**
 * The set with `*` resolved to `last`, reversed ranges turned round, sorted, overlaps joined. `3291:*` holds the last even where
 * that is smaller (RFC 9051 §9, seq-range).
 */
export function resolve(set: ReadonlyArray<Span>, last: number): Span[] {
  const spans = set.map(([a, b]): Span => {
    const [from, to] = [starred(a, last), starred(b, last)];
    return from <= to ? [from, to] : [to, from];
  });
  return normalize(spans);
}

function starred(bound: number, last: number): number {
  return bound === Number.POSITIVE_INFINITY ? last : bound;
}

/** Sorted, overlaps and neighbours joined. */
export function normalize(spans: Span[]): Span[] {
  const sorted = [...spans].sort((a, b) => a[0] - b[0]);
  const joined: Span[] = [];
  for (const [from, to] of sorted) {
    const before = joined.at(-1);
    if (before && from <= before[1] + 1) before[1] = Math.max(before[1], to);
    else joined.push([from, to]);
  }
  return joined;
}

/** Whether the number lies in one of the spans, which are sorted. */
export function contains(spans: readonly Span[], number: number): boolean {
  let low = 0;
  let high = spans.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const [from, to] = spans[middle]!;
    if (number < from) high = middle - 1;
    else if (number > to) low = middle + 1;
    else return true;
  }
  return false;
}

/** Ascending numbers as a sequence set: `1:3,5`. */
export function formatSet(numbers: readonly number[]): string {
  const spans = normalize(numbers.map((number) => [number, number]));
  return spans.map(([from, to]) => (from === to ? `${from}` : `${from}:${to}`)).join(',');
}

/** Numbers in their own order as a set, neighbours that ascend written as a range: for UIDs whose order counts (RFC 4315 §3). */
export function formatOrdered(numbers: readonly number[]): string {
  const spans: Span[] = [];
  for (const number of numbers) {
    const before = spans.at(-1);
    if (before && number === before[1] + 1) before[1] = number;
    else spans.push([number, number]);
  }
  return spans.map(([from, to]) => (from === to ? `${from}` : `${from}:${to}`)).join(',');
}
