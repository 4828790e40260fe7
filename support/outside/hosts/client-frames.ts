/** How what a client sends is cut: as lines, or as a message's content. A client that breaks lines wrongly is read all the same. */
import { type Frame, FrameError } from '../../wire/framing/frame';

const LF = 10;
const CR = 13;
const MOST_LINE = 65_536;
const END = Buffer.from('\r\n.\r\n');
const ONLY_END = Buffer.from('.\r\n');

/** A line up to its LF, which belongs to it. */
export class ClientLineFrame implements Frame<Buffer> {
  readonly what = 'a command';
  private scanned = 0;

  take(bytes: Buffer): { value: Buffer; octets: number } | undefined {
    const feed = bytes.indexOf(LF, this.scanned);
    this.scanned = bytes.length;
    const octets = feed + 1 || bytes.length;
    if (octets > MOST_LINE) throw new FrameError('line-too-long', `a line of more than ${MOST_LINE} octets`);
    return feed < 0 ? undefined : { value: bytes.subarray(0, octets), octets };
  }
}

/** Content up to the line with nothing but a dot, both of its ends CRLF (RFC 5321 §4.1.1.4); the value is without that line. */
export class ContentFrame implements Frame<Buffer> {
  readonly what = 'the end of the data';
  private scanned = 0;

  take(bytes: Buffer): { value: Buffer; octets: number } | undefined {
    if (bytes.subarray(0, ONLY_END.length).equals(ONLY_END)) return { value: bytes.subarray(0, 0), octets: 3 };
    const end = bytes.indexOf(END, this.scanned);
    this.scanned = Math.max(0, bytes.length - END.length + 1);
    return end < 0 ? undefined : { value: bytes.subarray(0, end + 2), octets: end + END.length };
  }
}

/** A line without its end. */
export function withoutLineEnd(line: Buffer): Buffer {
  const end = line.at(-1) === LF ? line.length - 1 : line.length;
  return line.subarray(0, line[end - 1] === CR ? end - 1 : end);
}

/** RFC 5321 §4.5.2: a dot at the beginning of a line is taken away. */
export function unstuffed(content: Buffer): Buffer {
  const text = content.toString('latin1');
  return text.startsWith('.') || text.includes('\r\n.')
    ? Buffer.from(text.replace(/(^|\r\n)\./g, '$1'), 'latin1')
    : Buffer.from(content);
}
