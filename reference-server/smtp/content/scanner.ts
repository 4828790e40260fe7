/**
 * Finds the end of DATA and takes away what dot-stuffing added (RFC 5321 §4.5.2), over chunks as they come: one pass, no work per
 * line, and none of the content copied but what is in very small pieces.
 */

import { gather } from '../../net/gather';

const CR = 13;
const LF = 10;
const DOT = 46;

enum At {
  LineStart,
  Text,
  AfterCr,
  /** After a dot at the start of a line, which does not belong to the content. */
  AfterDot,
  /** After that dot and CR. */
  AfterDotCr,
}

/** Only CRLF ends a line, only CRLF.CRLF the content. Beyond `limit` octets nothing is kept, but the end is still looked for. */
export class ContentScanner {
  /** Whether the end was found. */
  done = false;
  /** Octets of the content so far. */
  size = 0;
  /** A CR or LF that stands alone was seen (RFC 5321 §2.3.8). */
  bareNewline = false;
  nul = false;
  /** The content, in pieces. */
  readonly pieces: Buffer[] = [];
  private at: At = At.LineStart;

  constructor(private readonly limit: number) {}

  /** Looks at the next octets. Gives how many belong to the content; fewer than came when the end was found. */
  push(chunk: Buffer): number {
    let at = this.at;
    let start = 0;
    const { length } = chunk;
    for (let i = 0; i < length; i++) {
      let octet = chunk[i]!;
      if (at === At.Text) {
        while (octet > CR && ++i < length) octet = chunk[i]!;
        if (i === length) break;
      }
      if (octet === 0) this.nul = true;
      switch (at) {
        case At.LineStart:
          if (octet === DOT) {
            this.keep(chunk, start, i);
            start = i + 1;
            at = At.AfterDot;
            continue;
          }
          break;
        case At.AfterCr:
          if (octet === LF) {
            at = At.LineStart;
            continue;
          }
          this.bareNewline = true;
          break;
        case At.AfterDot:
          if (octet === CR) {
            at = At.AfterDotCr;
            continue;
          }
          break;
        case At.AfterDotCr:
          if (octet === LF) {
            this.done = true;
            return i + 1;
          }
          // The dot was stuffed before a CR that stands alone.
          this.bareNewline = true;
          if (start === i) this.add(Buffer.from('\r'));
          break;
      }
      if (octet === LF) this.bareNewline = true;
      at = octet === CR ? At.AfterCr : At.Text;
    }
    // A CR after a line's first dot is held back: it may belong to the end.
    this.keep(chunk, start, at === At.AfterDotCr && start < chunk.length ? chunk.length - 1 : chunk.length);
    this.at = at;
    return chunk.length;
  }

  private keep(chunk: Buffer, start: number, end: number): void {
    if (end > start) this.add(chunk.subarray(start, end));
  }

  private add(piece: Buffer): void {
    this.size += piece.length;
    if (this.size <= this.limit) gather(this.pieces, piece);
  }
}
