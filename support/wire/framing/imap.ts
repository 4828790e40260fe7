import { type Frame, FrameError, type FrameLimits, findLineEnd } from './frame';
import type { ImapResponse, ImapStatus, ImapValue } from './imap-value';
import { ImapValueReader } from './imap-values';

export const IMAP_LIMITS: FrameLimits = { line: 16 << 20, reply: 64 << 20 };

const LITERAL = /~?\{(\d+)\+?\}$/;
/** Responses that end in free text: braces at their end announce no literal. */
const FREE_TEXT = /^(\+|[^ ]+ (OK|NO|BAD|BYE|PREAUTH)( |$))/i;
const STATUS = /^([^ ]+) (OK|NO|BAD|BYE|PREAUTH)(?: |$)/i;

/** RFC 3501 §2.2.2, §7: a tagged, untagged or continuation response, whole, with its literals. */
export class ImapResponseFrame implements Frame<ImapResponse> {
  readonly what = 'an IMAP response';
  /** Where the line that we are in begins, after the last literal. */
  private start = 0;
  /** Where the last literal begins. */
  private literalAt = 0;
  private scanned = 0;
  private freeText: boolean | undefined;

  constructor(private readonly limits: FrameLimits = IMAP_LIMITS) {}

  lacks(bytes: Buffer): string | undefined {
    if (bytes.length >= this.start) return undefined;
    const announced = this.start - this.literalAt;
    return `of the ${announced} octets of a literal ${bytes.length - this.literalAt} came`;
  }

  take(bytes: Buffer): { value: ImapResponse; octets: number } | undefined {
    for (;;) {
      if (bytes.length < this.start) return undefined;
      const end = findLineEnd(bytes, this.start, this.scanned, this.limits);
      this.scanned = Math.max(this.start, bytes.length);
      if (end < 0) return undefined;
      this.freeText ??= FREE_TEXT.test(bytes.toString('latin1', 0, Math.min(end, 256)));
      const tail = bytes.toString('latin1', Math.max(this.start, end - 24), end);
      const literal = this.freeText ? null : LITERAL.exec(tail);
      if (literal === null) return { value: parseResponse(bytes.subarray(0, end + 2)), octets: end + 2 };
      this.literalAt = end + 2;
      this.start = this.scanned = this.literalAt + Number(literal[1]);
      if (this.start > this.limits.reply) {
        throw new FrameError('reply-too-long', `a literal of ${literal[1]} octets, ${this.limits.reply} are taken`);
      }
    }
  }
}

/** Parses a whole response, its last CRLF included. @throws FrameError `malformed-reply` */
export function parseResponse(raw: Buffer): ImapResponse {
  const end = raw.length - 2;
  if (raw[0] === 43) {
    if (end > 1 && raw[1] !== 32) throw new FrameError('malformed-reply', 'after + comes a space');
    return { kind: 'continuation', text: raw.subarray(Math.min(2, end), end), raw };
  }
  const head = STATUS.exec(raw.toString('latin1', 0, Math.min(end, 1024)));
  if (head !== null) return parseStatusResponse(raw, head[0], head[1]!, head[2]!);
  if (raw[0] !== 42 || raw[1] !== 32) {
    throw new FrameError(
      'malformed-reply',
      'a response begins with +, with * and a space, or with a tag and its result',
    );
  }
  const values = new ImapValueReader(raw, 2, end).sequence();
  if (values.length === 0) throw new FrameError('malformed-reply', 'nothing stands after *');
  return { kind: 'data', values, raw };
}

function parseStatusResponse(raw: Buffer, head: string, tag: string, word: string): ImapStatus {
  const end = raw.length - 2;
  const status = word.toUpperCase() as ImapStatus['status'];
  if (tag !== '*' && (status === 'BYE' || status === 'PREAUTH')) {
    throw new FrameError('malformed-reply', `${status} is never tagged`);
  }
  if (raw[head.length] !== 91) return { kind: 'status', tag, status, text: raw.subarray(head.length, end), raw };
  const [code, codeEnd] = parseCode(raw, head.length + 1, end);
  const textAt = raw[codeEnd] === 32 ? codeEnd + 1 : codeEnd;
  return { kind: 'status', tag, status, code, text: raw.subarray(textAt, end), raw };
}

/** The response code and where it ends. A code that nobody knows may hold any text up to the bracket (RFC 3501 §9). */
function parseCode(raw: Buffer, from: number, end: number): [code: ImapValue[], end: number] {
  const reader = new ImapValueReader(raw, from, end);
  try {
    return [reader.sequence(93), reader.at];
  } catch (error) {
    const close = raw.indexOf(93, from);
    if (!(error instanceof FrameError) || close < 0) throw error;
    const space = raw.indexOf(32, from);
    const atom = (start: number, to: number): ImapValue => {
      return { kind: 'atom', bytes: raw.subarray(start, to), from: start, to };
    };
    if (space < 0 || space > close) return [[atom(from, close)], close + 1];
    return [[atom(from, space), atom(space + 1, close)], close + 1];
  }
}
