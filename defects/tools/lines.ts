/** Mistakes in reading lines. */

import type { Reading } from '../../reference-server/net/reading';

const LF = 10;
const CRLF = Buffer.from('\r\n');

/** Edits each line, with what ends it, when it is whole: where a line is wanted, or of blocks. What is wanted otherwise passes as it is. */
export function editingLines(edit: (line: string) => string, where: 'line' | 'block' = 'line'): Reading {
  let begun = Buffer.alloc(0);
  return (octets, want) => {
    const all = Buffer.concat([begun, octets]);
    begun = all.subarray(want === where ? all.lastIndexOf(LF) + 1 : all.length);
    const whole = all.subarray(0, all.length - begun.length);
    if (want !== where) return whole;
    return Buffer.from(whole.toString('latin1').replace(/[^\n]*\n/g, edit), 'latin1');
  };
}

/** What comes in one piece is taken for a whole line. */
export const takenInPieces = (): Reading => (octets, want) =>
  want === 'block' || octets.length === 0 || octets.includes(LF) ? octets : Buffer.concat([octets, CRLF]);

/** A bare LF ends a line too. */
export const endedByLf = (): Reading => editingLines((line) => line.replace(/\r?\n$/, '\r\n'));
