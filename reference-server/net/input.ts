/** Octets that have come and were not yet read: lines and blocks are taken from its front. */

const CRLF = Buffer.from('\r\n');
/** What ends a line: `LF` takes a bare LF too, which is a mistake (see defects/). */
export type LineEnd = 'CRLF' | 'LF';

const NOTHING = Buffer.alloc(0);

export class InputBuffer {
  private octets: Buffer = NOTHING;
  /** Where the search for CRLF goes on, so that a line that comes in pieces is not searched from its start each time. */
  private searched = 0;

  get length(): number {
    return this.octets.length;
  }

  push(chunk: Buffer): void {
    this.octets = this.octets.length === 0 ? chunk : Buffer.concat([this.octets, chunk]);
  }

  /** The next line without its CRLF, or undefined when none is complete. A bare CR or LF ends no line (RFC 5321 §2.3.8). */
  line(ending: LineEnd = 'CRLF'): Buffer | undefined {
    if (ending === 'LF') return this.looseLine();
    const end = this.octets.indexOf(CRLF, this.searched);
    if (end < 0) {
      this.searched = Math.max(0, this.octets.length - 1);
      return undefined;
    }
    const line = this.octets.subarray(0, end);
    this.drop(end + 2);
    return line;
  }

  /** Up to so many octets, as they came; undefined when there are none. */
  take(most: number): Buffer | undefined {
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
    this.octets = this.octets.length === 0 ? octets : Buffer.concat([octets, this.octets]);
    this.searched = 0;
  }

  /** Forgets everything but a last CR, which may be half of a CRLF; says how many octets went. */
  skip(): number {
    const keep = this.octets.at(-1) === 13 ? 1 : 0;
    const skipped = this.octets.length - keep;
    this.drop(skipped);
    return skipped;
  }

  clear(): void {
    this.drop(this.octets.length);
  }

  /** What a mistaken server takes for a line: everything up to LF. */
  private looseLine(): Buffer | undefined {
    const end = this.octets.indexOf(10);
    if (end < 0) return undefined;
    const line = this.octets.subarray(0, this.octets[end - 1] === 13 ? end - 1 : end);
    this.drop(end + 1);
    return line;
  }

  private drop(count: number): void {
    this.octets = count === this.octets.length ? NOTHING : this.octets.subarray(count);
    this.searched = 0;
  }
}
