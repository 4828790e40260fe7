import { type Frame, FrameError, type FrameLimits, findLineEnd } from './frame';

/** An SMTP or LMTP reply, whole. */
export interface SmtpReply {
  code: number;
  /** The text of each line, without code, separator and CRLF. */
  lines: Buffer[];
  raw: Buffer;
}

export const SMTP_LIMITS: FrameLimits = { line: 65_536, reply: 1 << 20 };

const isDigit = (octet: number | undefined) => octet !== undefined && octet >= 48 && octet <= 57;

/**
 * RFC 5321 §4.2.1: every line begins with the same three digits, then a hyphen on all lines but the last, a space (or
 * nothing) on the last; lines end in CRLF and nothing else.
 */
export class SmtpReplyFrame implements Frame<SmtpReply> {
  readonly what = 'an SMTP reply';
  private readonly lines: Buffer[] = [];
  private code = '';
  private start = 0;
  private scanned = 0;

  constructor(private readonly limits: FrameLimits = SMTP_LIMITS) {}

  take(bytes: Buffer): { value: SmtpReply; octets: number } | undefined {
    for (;;) {
      this.checkStart(bytes);
      const end = findLineEnd(bytes, this.start, this.scanned, this.limits);
      this.scanned = bytes.length;
      if (end < 0) return undefined;
      const separator = end === this.start + 3 ? 32 : bytes[this.start + 3];
      this.lines.push(bytes.subarray(Math.min(this.start + 4, end), end));
      this.start = this.scanned = end + 2;
      if (separator === 32) {
        const value = { code: Number(this.code), lines: this.lines, raw: bytes.subarray(0, this.start) };
        return { value, octets: this.start };
      }
    }
  }

  /** Looks at code and separator as soon as they are there, so that garbage without a line end is found at once. */
  private checkStart(bytes: Buffer): void {
    const { start } = this;
    for (let n = 0; n < 3 && start + n < bytes.length; n++) {
      if (!isDigit(bytes[start + n])) throw new FrameError('malformed-reply', 'a reply line begins with three digits');
    }
    if (bytes.length >= start + 1 && (bytes[start]! < 50 || bytes[start]! > 53)) {
      throw new FrameError('malformed-reply', 'a reply code begins with 2, 3, 4 or 5'); // RFC 5321 §4.2.1
    }
    if (bytes.length < start + 4) return;
    const code = bytes.toString('latin1', start, start + 3);
    if (this.code !== '' && code !== this.code) {
      throw new FrameError('malformed-reply', `the lines of one reply begin with ${this.code} and with ${code}`);
    }
    this.code = code;
    const separator = bytes[start + 3];
    if (separator !== 32 && separator !== 45 && separator !== 13 && separator !== 10) {
      throw new FrameError('malformed-reply', 'after the code comes a space or a hyphen');
    }
  }
}
