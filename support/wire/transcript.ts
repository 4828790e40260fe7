import { escapeLines } from './escape';
import { Recording } from './recording';
import { Secrets } from './secrets';

/** `C`: from the client, which is the suite or speaks to a host that it plays; `S`: from the server; `-`: a note (connected, TLS, closed). */
export type Direction = 'C' | 'S' | '-';

/** The number of one of the suite's own connections, or the label of a session that came to a host it plays: `mx1`, `mx1#2`. */
export type ConnectionName = number | string;

interface Entry {
  at: number;
  connection: ConnectionName;
  direction: Direction;
  /** What is kept of it. */
  bytes: Buffer;
  /** Octets that were not kept. */
  left: number;
}

export interface TranscriptLimits {
  /** Octets kept in all; what comes later is counted only. */
  octets: number;
  /** Octets shown of one write or of one arrival. */
  shown: number;
  /** Octets of a write or an arrival that is kept after that too: what decides is often said last, in one line. */
  line: number;
}

/** So many lines are kept when there is no room any more. */
const MOST_LATE_LINES = 100;

/**
 * What went over the wire in one scenario, on all its connections: cheap to write (octets are kept by reference), made
 * into text when somebody asks.
 */
export class Transcript {
  readonly secrets = new Secrets();
  private readonly started = performance.now();
  private readonly entries: Entry[] = [];
  /** Connections that are kept whole beside it, in the order in which they began. */
  readonly recordings: Recording[] = [];
  private readonly hearing = new Map<ConnectionName, Recording>();
  private kept = 0;
  private late = 0;

  constructor(private readonly limits: TranscriptLimits = { octets: 1 << 20, shown: 4096, line: 512 }) {}

  /** Hides a value wherever it shows. */
  hide(secret: string | Buffer): void {
    this.secrets.hide(secret);
  }

  /** From now on the connection of this name is kept whole, too. */
  keepWhole(connection: ConnectionName, protocol: string): void {
    const recording = new Recording(protocol);
    this.recordings.push(recording);
    this.hearing.set(connection, recording);
  }

  record(connection: ConnectionName, direction: Direction, bytes: Buffer): void {
    if (direction !== '-') this.hearing.get(connection)?.hear(direction, bytes);
    const room = this.roomFor(bytes.length);
    const at = performance.now() - this.started;
    const last = this.entries.at(-1);
    // An endless reply must not become an endless list.
    if (room === 0 && last !== undefined && last.connection === connection && last.direction === direction) {
      last.left += bytes.length;
      return;
    }
    this.entries.push({ at, connection, direction, bytes: bytes.subarray(0, room), left: bytes.length - room });
  }

  private roomFor(length: number): number {
    const room = Math.min(length, Math.max(0, this.limits.octets - this.kept));
    this.kept += room;
    if (room === length || length > this.limits.line || this.late >= MOST_LATE_LINES) return room;
    this.late++;
    return length;
  }

  /** What the suite sent as a client and was kept, on all connections. */
  sent(): string {
    const writes = this.entries.filter(
      ({ direction, connection }) => direction === 'C' && typeof connection === 'number',
    );
    return Buffer.concat(writes.map(({ bytes }) => bytes)).toString('latin1');
  }

  note(connection: ConnectionName, text: string): void {
    this.record(connection, '-', Buffer.from(text));
  }

  /**
   * The text: `    1.2 C1: EHLO client`, of a host that the suite plays `    1.2 mx1 S: 220 hi`; time in milliseconds since the transcript
   * began, a line of the wire each.
   */
  toString(): string {
    const hidden = this.hiddenRanges();
    return this.entries.map((entry, index) => this.show(entry, hidden[index] ?? [])).join('\n');
  }

  private show({ at, connection, direction, bytes, left }: Entry, hidden: [number, number][]): string {
    const masked = this.cutOut(bytes, hidden);
    const { shown, line } = this.limits;
    const whole = masked.length <= shown + line;
    const begin = whole ? masked : masked.subarray(0, shown);
    const end = whole || left > 0 ? masked.subarray(masked.length) : masked.subarray(masked.length - line);
    const omitted = masked.length - begin.length - end.length + left;
    const lines = escapeLines(begin);
    if (omitted > 0) lines.push(`… ${omitted} octets left out`);
    if (end.length > 0) lines.push(...escapeLines(end));
    const time = at.toFixed(1).padStart(8);
    const gap = ' '.repeat(time.length);
    const who = typeof connection === 'number' ? `${direction}${connection}` : `${connection} ${direction}`;
    return lines.map((line, n) => `${n === 0 ? time : gap} ${who}: ${line}`).join('\n');
  }

  /** A secret may be cut by the borders of writes, so each direction of each connection is searched as one text. */
  private hiddenRanges(): [number, number][][] {
    const streams = new Map<string, { entries: number[]; text: string }>();
    this.entries.forEach(({ connection, direction, bytes }, index) => {
      const key = `${direction}${connection}`;
      const stream = streams.get(key) ?? { entries: [], text: '' };
      stream.entries.push(index);
      stream.text += bytes.toString('latin1');
      streams.set(key, stream);
    });
    const hidden: [number, number][][] = [];
    for (const { entries, text } of streams.values()) {
      const ranges = this.secrets.ranges(text);
      let offset = 0;
      for (const index of entries) {
        const { length } = this.entries[index]!.bytes;
        hidden[index] = ranges
          .map(([from, to]): [number, number] => [Math.max(from - offset, 0), Math.min(to - offset, length)])
          .filter(([from, to]) => from < to);
        offset += length;
      }
    }
    return hidden;
  }

  private cutOut(bytes: Buffer, ranges: [number, number][]): Buffer {
    if (ranges.length === 0) return bytes;
    const parts: Buffer[] = [];
    let at = 0;
    for (const [from, to] of ranges) {
      parts.push(bytes.subarray(at, from), Buffer.from(this.secrets.cover(bytes.toString('latin1', from, to))));
      at = to;
    }
    parts.push(bytes.subarray(at));
    return Buffer.concat(parts);
  }
}
