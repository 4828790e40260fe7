/** Finds the end of the content as mistaken servers do: other sequences than CRLF.CRLF end it too. Slow and plain. */

import type { ContentScanner } from '../../reference-server/smtp/content/scanner';

export class LooseScanner implements ContentScanner {
  done = false;
  size = 0;
  bareNewline = false;
  nul = false;
  eightBit = false;
  pieces: Buffer[] = [];
  private text = '';

  /** `ends` are the sequences that end the content; the strict one is among them. */
  constructor(private readonly ends: readonly string[]) {}

  push(chunk: Buffer): number {
    const before = this.text.length;
    this.text += chunk.toString('latin1');
    // What stands before the first line counts as a line's end (RFC 5321 §4.1.1.4).
    const whole = `\r\n${this.text}`;
    const found = this.ends
      .map((end) => ({ at: whole.indexOf(end), end }))
      .filter(({ at }) => at >= 0)
      .sort((a, b) => a.at - b.at)[0];
    if (!found) {
      this.look(this.text);
      return chunk.length;
    }
    this.done = true;
    const lineEnd = /^[\r\n]+/.exec(found.end)![0].length;
    const content = whole.slice(2, Math.max(found.at + lineEnd, 2));
    this.look(content);
    this.pieces = [Buffer.from(content.replace(/(^|\r\n)\./g, '$1'), 'latin1')];
    this.size = this.pieces[0]!.length;
    return found.at + found.end.length - 2 - before;
  }

  private look(content: string): void {
    this.bareNewline = /\r(?!\n)|(?<!\r)\n/.test(content);
    this.nul = content.includes('\0');
    this.eightBit = /[\x80-\xff]/.test(content);
  }
}
