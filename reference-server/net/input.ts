/** Octets that have come and were not yet read: lines and blocks are taken from its front. */

import type { Reading } from './reading';

const CRLF = Buffer.from('\r\n');
const LF = 10;
const NOTHING = Buffer.alloc(0);

export class InputBuffer {
  /** Sees the octets before anything is cut from them, and may change them. */
  reading: Reading | undefined;
  private octets: Buffer = NOTHING;
  /** What came and `reading` has not seen yet. */
  private unseen: Buffer = NOTHING;
  /** Where the search for CRLF goes on, so that a line that comes in pieces is not searched from its start each time. */
  private searched = 0;

  get length(): number {
    return this.octets.length + this.unseen.length;
  }

  push(chunk: Buffer): void {
    if (this.reading) this.unseen = joined(this.unseen, chunk);
    else this.octets = joined(this.octets, chunk);
  }

  /** The next line without its CRLF, or undefined when none is complete. A bare CR or LF ends no line (RFC 5321 §2.3.8). */
  line(): Buffer | undefined {
    if (this.reading) this.see('line', 0);
    for (;;) {
      const end = this.octets.indexOf(CRLF, this.searched);
      if (end >= 0) {
        const line = this.octets.subarray(0, end);
        this.drop(end + 2);
        return line;
      }
      this.searched = Math.max(0, this.octets.length - 1);
      // A line at a time, so that what follows is seen as what it will be taken for.
      if (this.unseen.length === 0) return undefined;
      this.see('line', this.unseen.indexOf(LF) + 1 || this.unseen.length);
    }
  }

  /** Up to so many octets, as they came; undefined when there are none. */
  take(most: number): Buffer | undefined {
    if (this.reading) this.see('block', Math.max(0, most - this.octets.length));
    if (this.octets.length === 0) return undefined;
    const taken = this.octets.subarray(0, most);
    this.drop(taken.length);
    return taken;
  }

  /** The first so many octets, which stay. */
  peek(most: number): Buffer {
    return this.octets.subarray(0, most);
  }

  /** Puts octets back in front. */
  unread(octets: Buffer): void {
    this.octets = joined(octets, this.octets);
    this.searched = 0;
  }

  /** Forgets everything but a last CR, which may be half of a CRLF; says how many octets went. */
  skip(): number {
    const keep = this.octets.at(-1) === 13 ? 1 : 0;
    const skipped = this.octets.length - keep;
    this.drop(skipped);
    return skipped;
  }

  /** Takes everything, seen or not. */
  all(): Buffer {
    const all = joined(this.octets, this.unseen);
    this.clear();
    return all;
  }

  clear(): void {
    this.drop(this.octets.length);
    this.unseen = NOTHING;
  }

  private see(want: 'line' | 'block', count: number): void {
    const octets = this.unseen.subarray(0, count);
    this.unseen = this.unseen.subarray(count);
    this.octets = joined(this.octets, this.reading!(octets, want));
  }

  private drop(count: number): void {
    this.octets = count === this.octets.length ? NOTHING : this.octets.subarray(count);
    this.searched = 0;
  }
}

function joined(first: Buffer, second: Buffer): Buffer {
  if (first.length === 0) return second;
  return second.length === 0 ? first : Buffer.concat([first, second]);
}
