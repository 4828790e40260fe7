/** A command as it came: text without line ends, and the literals between. */

export interface Literal {
  octets: Buffer;
  /** literal8 (RFC 3516 §4.4): may hold NUL. */
  binary: boolean;
}

export interface RawCommand {
  /** Binary strings; one more than literals. All but the last end in a literal's marker. */
  segments: string[];
  literals: Literal[];
}

/** The announcement of a literal at the end of a line. */
export interface Marker {
  size: number;
  /** The client waits for `+` before it sends the octets; false for `{5+}` (RFC 7888). */
  synchronizing: boolean;
  binary: boolean;
}

const MARKER = /(~?)\{(\d{1,19})(\+?)\}$/;

/** The literal that a line announces; undefined when it announces none, or ends inside a quoted string. */
export function markerOf(line: string): Marker | undefined {
  if (!line.endsWith('}')) return undefined;
  const match = MARKER.exec(line);
  if (!match || insideQuotes(line, match.index)) return undefined;
  return { size: Number(match[2]), synchronizing: match[3] === '', binary: match[1] === '~' };
}

function insideQuotes(line: string, end: number): boolean {
  let quoted = false;
  for (let i = 0; i < end; i++) {
    if (line[i] === '"') quoted = !quoted;
    else if (quoted && line[i] === '\\') i++;
  }
  return quoted;
}
