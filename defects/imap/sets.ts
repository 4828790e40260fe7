/** Mistakes with the numbers and sets that clients give (RFC 9051 §9, sequence-set). */

import type { ImapSeams } from '../../reference-server/imap/seams';
import { COMMON, defect, type ImapDefect, retyping, selected } from './tools';

const TAKING_SETS = ['FETCH', 'STORE', 'COPY', 'MOVE'].flatMap((name) => [name, `UID ${name}`]);

/** Reads the numbers of a set otherwise. */
function numbers(edit: (digits: string) => string): ImapSeams {
  return retyping(TAKING_SETS, (text) => text.replace(/^ [\d:*,-]+/, (set) => set.replace(/-?\d+/g, edit)));
}

const LARGEST = 0xffffffffn;

export const sets: readonly ImapDefect[] = [
  defect(
    'numbers-wrap',
    'Of a number the lowest 32 bits count.',
    COMMON,
    numbers((digits) => String(BigInt.asUintN(32, BigInt(digits)))),
  ),
  defect(
    'numbers-clamped',
    'A number that is too large is the last message.',
    COMMON,
    numbers((digits) => (BigInt(digits) > LARGEST ? '*' : digits)),
  ),
  defect(
    'minus-passed-over',
    'A minus before a number is passed over.',
    COMMON,
    numbers((digits) => digits.replace('-', '')),
  ),
  defect(
    'set-first-item-only',
    'Of a set with commas only what stands before the first of them counts.',
    COMMON,
    selected((right) => ({ spans: (set, byUid) => right.spans(set.slice(0, 1), byUid) })),
  ),
  defect(
    'range-end-is-count',
    'The second number of a range is taken for how many there are in it.',
    COMMON,
    selected((right) => ({
      spans: (set, byUid) =>
        right.spans(
          set.map(([from, to]) => (from < to && Number.isFinite(to) ? [from, from + to - 1] : [from, to])),
          byUid,
        ),
    })),
  ),
];
