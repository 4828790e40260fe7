/** What a student's server writes: kept with its times, each line prefixed, so much of it and no more. */
import { StringDecoder } from 'node:string_decoder';

interface Line {
  at: number;
  text: string;
}

/** Characters that are kept of one submission. */
const MOST = 1_000_000;
/** A program that never ends a line is cut. */
const LONGEST = 10_000;

export class ServerLog {
  private readonly lines: Line[] = [];
  private readonly decoder = new StringDecoder('utf8');
  private unended = '';
  private kept = 0;

  /** @param show told of each line, prefixed */
  constructor(private readonly show: (line: string) => void = () => undefined) {}

  /** What it wrote. */
  write(chunk: Buffer): void {
    const lines = (this.unended + this.decoder.write(chunk)).split('\n');
    this.unended = lines.pop()!;
    if (this.unended.length > LONGEST) {
      lines.push(this.unended);
      this.unended = '';
    }
    for (const line of lines) this.add(`server | ${line.replace(/\r$/, '')}`);
  }

  /** What became of it. */
  note(what: string): void {
    if (this.unended !== '') this.write(Buffer.from('\n'));
    this.add(`grade  | ${what}`);
  }

  /** What it wrote between two times, in milliseconds since 1970. */
  between(from: number, to: number): string {
    const own = this.lines.filter(({ at, text }) => at >= from && at <= to && text.startsWith('server'));
    return own.map(({ text }) => text.slice('server | '.length)).join('\n');
  }

  text(): string {
    return this.lines.map(({ at, text }) => `${new Date(at).toISOString().slice(11, 23)} ${text}\n`).join('');
  }

  private add(text: string): void {
    if (this.kept > MOST) return;
    this.kept += text.length;
    const line = this.kept > MOST ? 'grade  | it wrote more than is kept; the rest is left out' : text;
    this.lines.push({ at: Date.now(), text: line });
    this.show(line);
  }
}
