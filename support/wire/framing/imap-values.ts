import { FrameError } from './frame';
import type { ImapList, ImapText, ImapValue } from './imap-value';

/** Lists inside each other: more than messages have parts inside each other, and less than this reader's own calls may be. */
const DEEPEST = 1000;
const SP = 32;
const QUOTE = 34;
const OPEN = 40;
const CLOSE = 41;
const BACKSLASH = 92;
const CLOSE_BRACKET = 93;
/** Atoms after which `[` opens a section instead of being one more character: RFC 3501 §7.4.2, RFC 9051 §7.5.2. */
const SECTIONED = /^(BODY(\.PEEK)?|BINARY(\.PEEK|\.SIZE)?)$/i;
/** Octets of the longest of them. */
const LONGEST_SECTIONED = 'BINARY.PEEK'.length;

/**
 * Reads values out of a response. Spaces between values may be more than one or missing; what opens must close.
 * @throws FrameError `malformed-reply`
 */
export class ImapValueReader {
  private depth = 0;

  constructor(
    private readonly bytes: Buffer,
    public at: number,
    private readonly end: number,
  ) {}

  /** Values up to the end, or up to the closing octet, which is taken too. */
  sequence(closing?: number): ImapValue[] {
    if (++this.depth > DEEPEST)
      throw new FrameError('reply-too-deep', `more than ${DEEPEST} parentheses or brackets inside each other`);
    const values = this.values(closing);
    this.depth--;
    return values;
  }

  private values(closing?: number): ImapValue[] {
    const values: ImapValue[] = [];
    for (;;) {
      while (this.bytes[this.at] === SP && this.at < this.end) this.at++;
      if (this.at >= this.end) {
        if (closing === undefined) return values;
        throw new FrameError('malformed-reply', `a ${closing === CLOSE ? 'parenthesis' : 'bracket'} is not closed`);
      }
      if (this.bytes[this.at] === closing) {
        this.at++;
        return values;
      }
      values.push(this.value(closing === CLOSE_BRACKET));
    }
  }

  private value(inBrackets: boolean): ImapValue {
    const octet = this.bytes[this.at];
    if (octet === OPEN) return this.list();
    if (octet === CLOSE) throw new FrameError('malformed-reply', 'a parenthesis closes that was never opened');
    if (octet === QUOTE) return this.quoted();
    return this.literal() ?? this.atom(inBrackets);
  }

  private list(): ImapList {
    const from = this.at++;
    const items = this.sequence(CLOSE);
    return { kind: 'list', items, from, to: this.at };
  }

  private quoted(): ImapText {
    const from = this.at++;
    const octets: number[] = [];
    for (; ; this.at++) {
      let octet = this.bytes[this.at];
      if (this.at >= this.end || octet === 13 || octet === 10) {
        throw new FrameError('malformed-reply', 'a quoted string is not closed');
      }
      if (octet === QUOTE) break;
      if (octet === BACKSLASH) {
        octet = this.bytes[++this.at];
        if (octet !== QUOTE && octet !== BACKSLASH) {
          throw new FrameError('malformed-reply', 'a backslash in a quoted string stands before neither " nor \\');
        }
      }
      octets.push(octet!);
    }
    this.at++;
    return { kind: 'quoted', bytes: Buffer.from(octets), from, to: this.at };
  }

  private literal(): ImapText | undefined {
    const head = /^~?\{(\d+)\+?\}\r\n/.exec(this.bytes.toString('latin1', this.at, Math.min(this.at + 32, this.end)));
    if (head === null) return undefined;
    const from = this.at;
    const start = from + head[0].length;
    this.at = start + Number(head[1]);
    return { kind: 'literal', bytes: this.bytes.subarray(start, this.at), from, to: this.at };
  }

  private atom(inBrackets: boolean): ImapText {
    const from = this.at;
    for (; this.at < this.end; this.at++) {
      const octet = this.bytes[this.at]!;
      if (octet === SP || octet === OPEN || octet === CLOSE || (inBrackets && octet === CLOSE_BRACKET)) break;
      if (octet === 91 && this.opensSection(from)) return this.section(from);
    }
    return { kind: 'atom', bytes: this.bytes.subarray(from, this.at), from, to: this.at };
  }

  private opensSection(from: number): boolean {
    if (this.at - from > LONGEST_SECTIONED) return false;
    return SECTIONED.test(this.bytes.toString('latin1', from, this.at));
  }

  private section(from: number): ImapText {
    const bytes = this.bytes.subarray(from, this.at++);
    const section = this.sequence(CLOSE_BRACKET);
    const origin = /^<\d+(\.\d+)?>/.exec(this.bytes.toString('latin1', this.at, Math.min(this.at + 32, this.end)))?.[0];
    if (origin !== undefined) this.at += origin.length;
    return { kind: 'atom', bytes, section, ...(origin === undefined ? {} : { origin }), from, to: this.at };
  }
}
