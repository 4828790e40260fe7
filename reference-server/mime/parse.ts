import { Boundaries } from './boundaries';
import { readContent } from './content';
import { readEnvelope } from './envelope';
import { LONGEST_HEADER, readHeader } from './header';
import type { Budget } from './lexer';
import { LineCounter } from './line-counter';
import { countLines, DASH, nextLine, textEnd } from './octets';
import type { MessageStructure, Part } from './structure';

export interface ParseLimits {
  /** Multiparts and messages inside each other; deeper ones are not opened, and count as octets. */
  depth: number;
  /** Parts in all; what comes after the last one is left unread, as an epilogue is. */
  parts: number;
  /** Octets of all headers together; no part is opened after them. */
  headers: number;
  /** Words and specials of addresses and parameters in all; what comes after them is left out. */
  tokens: number;
}

/** What a hostile message may cost all others who wait meanwhile: some tenths of a second. */
export const PARSE_LIMITS: ParseLimits = { depth: 250, parts: 20_000, headers: LONGEST_HEADER, tokens: 100_000 };

/** RFC 2046 §5.1.1 allows 70; longer ones are read, endless ones not. */
const LONGEST_BOUNDARY = 500;

/**
 * Finds the structure of a message: every part with its octets, in one pass and without recursion. Whatever the octets are,
 * there is an answer. `boundaries` says what a boundary is.
 */
export function parseMessage(
  octets: Buffer,
  limits: ParseLimits = PARSE_LIMITS,
  boundaries: Boundaries = new Boundaries(),
): MessageStructure {
  return new MessageParser(octets, limits, boundaries).parse();
}

/** A part whose end has not been seen. */
interface Open {
  place: number;
  /** Of a multipart until its closing boundary. */
  boundary?: string;
  /** Of an enclosed message: line ends before it. */
  linesBefore?: number;
}

class MessageParser {
  private readonly parts: Part[] = [];
  private readonly open: Open[] = [];
  /** Octets of headers that may still be read. */
  private headers: number;
  private readonly budget: Budget;
  private readonly counter: LineCounter;
  /** Enclosed messages that are open. */
  private messages = 0;

  constructor(
    private readonly octets: Buffer,
    private readonly limits: ParseLimits,
    private readonly boundaries: Boundaries,
  ) {
    this.headers = limits.headers;
    this.budget = { tokens: limits.tokens };
    this.counter = new LineCounter(octets);
  }

  parse(): MessageStructure {
    let at = this.begin(-1, 0);
    while (at < this.octets.length) at = this.toDelimiter(at);
    while (this.open.length > 0) this.end(this.octets.length);
    return { parts: this.parts };
  }

  /** Reads the header at `start` of a part inside `parent`, and of the messages that it opens; returns where a body begins. */
  private begin(parent: number, start: number): number {
    const { octets, parts } = this;
    const outer = parts[parent];
    const stop = (line: number) =>
      octets[line] === DASH && this.boundaries.match(octets, line, nextLine(octets, line)) !== undefined;
    const header = readHeader(octets, start, stop, this.headers);
    this.headers -= header.end - start;
    // Before anything else is read, so that it is the same as for a header by itself.
    const envelope = outer?.type === 'multipart' ? undefined : readEnvelope(header, this.budget);
    const inDigest = outer?.type === 'multipart' && outer.subtype === 'digest';
    const place = parts.length;
    const part: Part = {
      parent,
      header: [start, header.end],
      body: [header.end, header.end],
      octets: 0,
      lines: 0,
      ...readContent(header, inDigest, this.budget),
      children: [],
    };
    if (envelope) part.envelope = envelope;
    outer?.children.push(place);
    parts.push(part);
    return this.enter(part, place);
  }

  /** Opens what the part contains. */
  private enter(part: Part, place: number): number {
    const bodyStart = part.body[0];
    const opened: Open = { place };
    this.open.push(opened);
    if (part.type !== 'multipart' && !isMessage(part)) return bodyStart;
    // RFC 2045 §6.4: such parts may not be encoded; they are read as if they were not.
    if (this.open.length > this.limits.depth || this.isFull) {
      Object.assign(part, { type: 'application', subtype: 'octet-stream', parameters: [] });
      return bodyStart;
    }
    if (part.type === 'message') {
      if (this.messages++ === 0) this.counter.begin(bodyStart);
      opened.linesBefore = this.counter.before(bodyStart);
      return this.begin(place, bodyStart);
    }
    const boundary = part.parameters.find(([name]) => name === 'boundary')?.[1].trimEnd() ?? '';
    if (boundary === '' || boundary.length > LONGEST_BOUNDARY) return bodyStart;
    opened.boundary = boundary;
    this.boundaries.open(boundary, this.open.length - 1);
    return bodyStart;
  }

  /** Goes on from `at`, the beginning of a line, to after the next boundary; to the end where none comes. */
  private toDelimiter(at: number): number {
    const { octets, boundaries } = this;
    if (boundaries.none) return octets.length;
    let line = at;
    for (;;) {
      const end = nextLine(octets, line);
      const delimiter = boundaries.match(octets, line, end);
      if (delimiter) return this.atDelimiter(delimiter.owner, delimiter.closing, line, end);
      const next = octets.indexOf('\n--', Math.max(line, end - 1), 'latin1');
      if (next < 0) return octets.length;
      line = next + 1;
    }
  }

  private atDelimiter(owner: number, closing: boolean, line: number, after: number): number {
    // RFC 2046 §5.1.1: the line end before a boundary belongs to it.
    const end = textEnd(this.octets, 0, line);
    while (this.open.length - 1 > owner) this.end(end);
    const { place, boundary } = this.open[owner]!;
    if (closing) {
      this.boundaries.close(boundary!);
      this.open[owner] = { place };
      return after;
    }
    if (!this.isFull) return this.begin(place, after);
    this.boundaries.close(boundary!);
    this.open[owner] = { place };
    return after;
  }

  /** No further part is opened. */
  private get isFull(): boolean {
    return this.parts.length >= this.limits.parts || this.headers <= 0;
  }

  /** Ends the innermost open part at `end`. */
  private end(end: number): void {
    const { place, boundary, linesBefore } = this.open.pop()!;
    const part = this.parts[place]!;
    // A header that runs into a boundary ends before the line end that belongs to it, as what encloses it does.
    if (part.header[1] > end) {
      part.header = [Math.min(part.header[0], end), end];
      part.body[0] = end;
    }
    part.body[1] = Math.max(part.body[0], end);
    part.octets = part.body[1] - part.body[0];
    if (boundary !== undefined) this.boundaries.close(boundary);
    if (part.type === 'text') part.lines = countLines(this.octets, ...part.body);
    if (linesBefore !== undefined) {
      this.messages--;
      // None where the header has taken all there was.
      part.lines = Math.max(0, this.counter.before(part.body[1]) - linesBefore);
    }
    if (part.type === 'multipart' && part.children.length === 0) this.fill(part, place);
  }

  /** A multipart has at least one part in IMAP's grammar (RFC 9051 §9, body-type-mpart): one that has none gets an empty text. */
  private fill(part: Part, place: number): void {
    const at = part.body[1];
    part.children.push(this.parts.length);
    this.parts.push({
      parent: place,
      header: [at, at],
      body: [at, at],
      octets: 0,
      lines: 0,
      type: 'text',
      subtype: 'plain',
      parameters: [['charset', 'us-ascii']],
      encoding: '7bit',
      children: [],
    });
  }
}

/** Whether the part's body is a message with a header of its own (RFC 2046 §5.2.1, RFC 6532 §3.7). */
export function isMessage(part: Part): boolean {
  return part.type === 'message' && (part.subtype === 'rfc822' || part.subtype === 'global');
}
