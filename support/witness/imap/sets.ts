/** Sets of numbers as servers write them: no star, and no zero (RFC 4315 §4, RFC 4731 §4). */
import type { Cursor } from './cursor';

/** @returns how many numbers it holds */
export function readUidSet(cursor: Cursor): number {
  return readRanges(cursor).reduce((sum, [from, to]) => sum + Math.abs(to - from) + 1, 0);
}

export function readRanges(cursor: Cursor): [from: number, to: number][] {
  const ranges: [number, number][] = [];
  do {
    const from = cursor.nzNumber();
    ranges.push([from, cursor.has(':') ? cursor.nzNumber() : from]);
  } while (cursor.has(','));
  return ranges;
}
