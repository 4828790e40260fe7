import { CR, DASH, LF, SP, TAB } from './octets';

/** Lengths of boundaries behind which something else is looked for on a line. */
const MOST_LENGTHS = 16;

/** A line that is a boundary of one of the open multiparts. */
export interface Delimiter {
  /** Whose: what `open` was given. */
  owner: number;
  /** `--boundary--`, which ends the multipart. */
  closing: boolean;
}

/**
 * The boundaries of the multiparts that are open at some place of a message, outermost first, and the question whether a line
 * is one of them. One boundary may begin with another: the longest that fits counts, and of two that are equal the inner.
 */
export class Boundaries {
  /** Owners by boundary, the innermost last. */
  private readonly owners = new Map<string, number[]>();
  /** Lengths of the open boundaries, the longest first, each once: a line is asked once a length, however deep it stands. */
  private lengths: number[] = [];

  get none(): boolean {
    return this.owners.size === 0;
  }

  open(boundary: string, owner: number): void {
    const owners = this.owners.get(boundary);
    if (owners) owners.push(owner);
    else this.owners.set(boundary, [owner]);
    this.count();
  }

  close(boundary: string): void {
    const owners = this.owners.get(boundary);
    owners?.pop();
    if (owners?.length === 0) this.owners.delete(boundary);
    this.count();
  }

  /** What the line from `start` to before `end` (its line end included) delimits; undefined where it is just a line. */
  match(octets: Buffer, start: number, end: number): Delimiter | undefined {
    if (octets[start] !== DASH || octets[start + 1] !== DASH || this.none) return undefined;
    let to = end;
    while (to > start && isPadding(octets[to - 1]!)) to--;
    const longest = (this.lengths[0] ?? 0) + 4;
    const line = octets.toString('latin1', start + 2, Math.min(to, start + 2 + longest));
    return this.exact(line) ?? this.prefix(line);
  }

  private exact(line: string): Delimiter | undefined {
    const whole = this.owners.get(line);
    if (whole) return { owner: whole.at(-1)!, closing: false };
    if (!line.endsWith('--')) return undefined;
    const closed = this.owners.get(line.slice(0, -2));
    return closed && { owner: closed.at(-1)!, closing: true };
  }

  /** RFC 2046 §5.1.1: it suffices that the line begins with the boundary. */
  private prefix(line: string): Delimiter | undefined {
    for (const length of this.lengths) {
      const owners = length <= line.length ? this.owners.get(line.slice(0, length)) : undefined;
      if (owners) return { owner: owners.at(-1)!, closing: line.startsWith('--', length) };
    }
    return undefined;
  }

  private count(): void {
    const lengths = new Set<number>();
    for (const boundary of this.owners.keys()) lengths.add(boundary.length);
    this.lengths = [...lengths].sort((a, b) => b - a).slice(0, MOST_LENGTHS);
  }
}

/** Line ends and RFC 2046 §5.1.1's transport padding. */
function isPadding(octet: number): boolean {
  return octet === LF || octet === CR || octet === SP || octet === TAB;
}
