/**
 * A frame cuts one unit of a protocol (a reply, a payload, a response) out of what has arrived. It remembers how far it has
 * looked, so that octets that trickle in are each looked at once.
 */
export interface Frame<T> {
  /** What is waited for, for messages: `an SMTP reply`. */
  readonly what: string;
  /**
   * Looks at all unread octets (from call to call the same start, more at the end) and gives the unit and its length, or
   * undefined when more is needed. Throws FrameError when this can never become such a unit.
   */
  take(bytes: Buffer): { value: T; octets: number } | undefined;
  /** Why what has come so far is no such unit: asked when the time is over or the connection closed. */
  explain?(bytes: Buffer): string | undefined;
  /** What is missing in what has come so far, where that can be counted. */
  lacks?(bytes: Buffer): string | undefined;
}

export interface FrameLimits {
  /** Octets of one line. */
  line: number;
  /** Octets of the whole unit. */
  reply: number;
}

/** What came is not of the protocol's form. The connection makes a Mismatch of it, with the octets. */
export class FrameError extends Error {
  constructor(
    /** `line-too-long`, `reply-too-long`, `reply-too-deep`, `malformed-reply`, `malformed-payload`. */
    readonly code: string,
    message: string,
  ) {
    super(message);
  }
}

const CR = 13;
const LF = 10;

/**
 * Finds the next line that ends in CRLF.
 * @param from where the line begins; @param scanned up to where an earlier call has looked.
 * @returns the index of its CR, or -1 when the end has not come.
 * @throws FrameError for a line that ends in LF alone, has a CR inside, or is longer than the limit.
 */
export function findLineEnd(bytes: Buffer, from: number, scanned: number, limits: FrameLimits): number {
  const feed = bytes.indexOf(LF, Math.max(from, scanned));
  const end = feed < 0 ? bytes.length : feed - 1;
  if (end - from > limits.line) throw new FrameError('line-too-long', `a line of more than ${limits.line} octets`);
  if (end > limits.reply) throw new FrameError('reply-too-long', `more than ${limits.reply} octets without an end`);
  // The CR may be the last octet so far: its LF is still to come.
  const cr = bytes.subarray(0, feed < 0 ? bytes.length - 1 : end).indexOf(CR, Math.max(from, scanned - 1));
  if (feed >= 0 && (feed === from || bytes[feed - 1] !== CR)) {
    throw new FrameError('malformed-reply', 'a line ends in LF without CR');
  }
  if (cr >= 0) throw new FrameError('malformed-reply', 'a CR that no LF follows stands inside a line');
  return feed < 0 ? -1 : end;
}
