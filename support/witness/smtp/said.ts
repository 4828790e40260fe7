/** What an SMTP client has said and nothing has answered yet. What it means depends on the replies, so it is cut only then. */
import { commandOf, type SmtpCommand } from './reply';

const LF = 10;
const CR = 13;
/** RFC 5321 §4.5.3.1.4; what SASL says may be longer (RFC 4954 §4). */
const LONGEST_COMMAND = 512;
const LONGEST_RESPONSE = 12_288;
const END = '\r\n.\r\n';
/** A dot on a line of its own, as some servers cut lines and others do not. */
const DOUBTFUL_END = /(?:^|[\r\n])\.[\r\n]/;

/** `nothing` where nothing was said, `unclear` where servers may differ in what was. */
export type Taken<T> = T | 'nothing' | 'unclear';

export class Said {
  private rest: Buffer = Buffer.alloc(0);

  add(octets: Buffer): void {
    this.rest = this.rest.length === 0 ? octets : Buffer.concat([this.rest, octets]);
  }

  /** With the octets that BDAT has behind it. */
  command(): Taken<SmtpCommand> {
    const line = this.line(LONGEST_COMMAND);
    if (typeof line === 'string') return line;
    const command = commandOf(line);
    if (command.verb !== 'BDAT') return command;
    const size = Number(/^\d+/.exec(command.argument)?.[0] ?? Number.NaN);
    // A refusal may come before the whole of it was sent.
    if (!(size <= this.rest.length)) return 'unclear';
    this.rest = this.rest.subarray(size);
    return command;
  }

  response(): Taken<Buffer> {
    return this.line(LONGEST_RESPONSE);
  }

  /** Takes away all content behind DATA. */
  content(): Taken<true> {
    if (this.rest.length === 0) return 'nothing';
    const end = this.rest.subarray(0, 3).equals(Buffer.from('.\r\n')) ? 3 : this.rest.indexOf(END) + END.length;
    if (end < END.length && end !== 3) return 'unclear';
    const content = this.rest.toString('latin1', 0, end - 3);
    if (DOUBTFUL_END.test(content)) return 'unclear';
    this.rest = this.rest.subarray(end);
    return true;
  }

  forget(): void {
    this.rest = Buffer.alloc(0);
  }

  private line(longest: number): Taken<Buffer> {
    const feed = this.rest.indexOf(LF);
    if (feed < 0) return this.rest.length === 0 ? 'nothing' : 'unclear';
    const line = this.rest.subarray(0, feed - 1);
    const clear =
      feed > 0 && this.rest[feed - 1] === CR && !line.includes(CR) && !line.includes(0) && line.length + 2 <= longest;
    if (!clear) return 'unclear';
    this.rest = this.rest.subarray(feed + 1);
    return line;
  }
}
