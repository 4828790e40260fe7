import { type Frame, FrameError, type FrameLimits, findLineEnd } from './frame';

/** The first line of a POP3 response. */
export interface Pop3Status {
  /** `+` is the challenge of a SASL exchange (RFC 5034 §4). */
  indicator: '+OK' | '-ERR' | '+';
  /** What follows the indicator and a space. */
  text: Buffer;
  raw: Buffer;
}

/** The lines between the first line and `.`, unstuffed, without CRLF. */
export interface Pop3Payload {
  lines: Buffer[];
  raw: Buffer;
  /** How many lines began with two dots, of which one was taken away, and how many with one, which stands as it came. */
  doubled: number;
  undoubled: number;
}

export const POP3_LIMITS: FrameLimits = { line: 1 << 20, reply: 64 << 20 };

const STATUS = /^(\+OK|-ERR|\+)(?: (.*))?$/s;

/** RFC 1939 §3: `+OK` or `-ERR` in upper case, then a space and text, CRLF. */
export class Pop3StatusFrame implements Frame<Pop3Status> {
  readonly what = 'a POP3 response';
  private scanned = 0;

  constructor(private readonly limits: FrameLimits = POP3_LIMITS) {}

  take(bytes: Buffer): { value: Pop3Status; octets: number } | undefined {
    if (bytes.length > 0 && bytes[0] !== 43 && bytes[0] !== 45) {
      throw new FrameError('malformed-reply', 'a response begins with +OK or -ERR');
    }
    const end = findLineEnd(bytes, 0, this.scanned, this.limits);
    this.scanned = bytes.length;
    if (end < 0) return undefined;
    const match = STATUS.exec(bytes.toString('latin1', 0, end));
    if (match === null) throw new FrameError('malformed-reply', 'a response begins with +OK or -ERR, in upper case');
    const indicator = match[1] as Pop3Status['indicator'];
    const text = bytes.subarray(Math.min(indicator.length + 1, end), end);
    return { value: { indicator, text, raw: bytes.subarray(0, end + 2) }, octets: end + 2 };
  }
}

const DOT = 46;

/** RFC 1939 §3: lines up to one that is a single dot; a line that begins with a dot has another one put before it. */
export class Pop3PayloadFrame implements Frame<Pop3Payload> {
  readonly what = 'the end of a POP3 payload';
  private readonly lines: Buffer[] = [];
  private doubled = 0;
  private undoubled = 0;
  private start = 0;
  private scanned = 0;

  /** @param single what becomes of a line that begins with one dot */
  constructor(
    private readonly limits: FrameLimits = POP3_LIMITS,
    private readonly single: 'refused' | 'kept' = 'refused',
  ) {}

  take(bytes: Buffer): { value: Pop3Payload; octets: number } | undefined {
    for (;;) {
      const end = bytes.indexOf('\r\n', Math.max(this.start, this.scanned - 1), 'latin1');
      if ((end < 0 ? bytes.length : end) - this.start > this.limits.line) {
        throw new FrameError('line-too-long', `a line of more than ${this.limits.line} octets`);
      }
      if (bytes.length > this.limits.reply) {
        throw new FrameError('reply-too-long', `more than ${this.limits.reply} octets without an end`);
      }
      this.scanned = bytes.length;
      if (end < 0) return undefined;
      const line = bytes.subarray(this.start, end);
      this.start = this.scanned = end + 2;
      if (line[0] === DOT && line.length === 1) return { value: this.payload(bytes, end + 2), octets: end + 2 };
      this.lines.push(this.unstuffed(line));
    }
  }

  private payload(bytes: Buffer, octets: number): Pop3Payload {
    const { lines, doubled, undoubled } = this;
    return { lines, raw: bytes.subarray(0, octets), doubled, undoubled };
  }

  private unstuffed(line: Buffer): Buffer {
    if (line[0] !== DOT) return line;
    if (line[1] === DOT) {
      this.doubled++;
      return line.subarray(1);
    }
    if (this.single === 'refused') {
      throw new FrameError('malformed-payload', 'a line begins with one dot that was not doubled');
    }
    this.undoubled++;
    return line;
  }

  explain(bytes: Buffer): string | undefined {
    const bare = /(^|[^\r])\n\.\r?\n$/.test(bytes.toString('latin1', Math.max(0, bytes.length - 5)));
    return bare ? 'the payload ends in a dot on a line of its own, but the lines end in LF without CR' : undefined;
  }
}
