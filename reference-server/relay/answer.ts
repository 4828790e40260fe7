/** Replies as another server gives them (RFC 5321 §4.2), read with care: it may say anything. */

import type { Line } from '../net/connection';

export interface Answer {
  readonly code: number;
  /** What follows the codes, a text a line; what is not visible ASCII is a question mark. */
  readonly lines: readonly string[];
}

/** RFC 5321 §4.5.3.1.5 gives a line 512 octets; others are known to take more. */
export const LONGEST_LINE = 2000;
const MOST_LINES = 200;
const LINE = /^([2-5][0-9][0-9])(?:([ -])(.*))?$/;

/** What is said is no reply: nobody knows what it means, and the connection is of no more use. */
export class Nonsense extends Error {
  constructor(text: string) {
    super(`what it said is no reply: ${JSON.stringify(text.slice(0, 80))}`);
    this.name = 'Nonsense';
  }
}

/** Reads one reply. Throws Nonsense, and what `next` throws. */
export async function readAnswer(next: () => Promise<Line>): Promise<Answer> {
  const lines: string[] = [];
  for (;;) {
    const { octets, tooLong } = await next();
    const text = octets.toString('latin1').replace(/[^\x20-\x7e]/g, '?');
    const [, code, mark, rest = ''] = LINE.exec(text) ?? [];
    if (code === undefined || tooLong || lines.length === MOST_LINES) throw new Nonsense(text);
    lines.push(rest);
    if (mark !== '-') return { code: Number(code), lines };
  }
}
