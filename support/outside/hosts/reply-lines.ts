import type { Reply } from './record';

const LINE = /^(\d{3})(?:([ -])(.*))?$/s;

/** Cuts what a host says into replies, however it is written: a scenario may have it say what is none. */
export class ReplyLines {
  private rest = '';
  private open: string[] = [];

  /** @returns the replies that are whole with these octets. */
  push(octets: Buffer): Reply[] {
    const lines = (this.rest + octets.toString('utf8')).split('\r\n');
    this.rest = lines.pop()!;
    return lines.flatMap((line) => this.line(line));
  }

  private line(line: string): Reply[] {
    const [, code, separator, text = ''] = LINE.exec(line) ?? [];
    const lines = [...this.open, code === undefined ? line : text];
    if (separator === '-') {
      this.open = lines;
      return [];
    }
    this.open = [];
    return [{ code: Number(code ?? 0), lines }];
  }
}
