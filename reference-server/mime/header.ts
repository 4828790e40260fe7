import { CR, LF, nextLine, SP, TAB, textEnd } from './octets';

const BLANKS = ' \t\r';

/** One header field: its octets in the message, and its value unfolded (RFC 5322 §2.2.3) as a binary string. */
export interface Field {
  /** As written. */
  name: string;
  value: string;
  start: number;
  /** After the line end of its last line. */
  end: number;
}

export interface Header {
  fields: Field[];
  /** After the empty line, or where the header stopped without one. */
  end: number;
}

/** Octets of a header of which fields are made: memory and patience are finite. */
export const LONGEST_HEADER = 2 * 1024 * 1024;

/**
 * Reads a header from `start`: to the empty line, to the end of the octets, or to where `stop` says that a line begins
 * something else (a boundary). Lines that are no field belong to no field; fields that end after `most` octets are passed over.
 */
export function readHeader(
  octets: Buffer,
  start: number,
  stop: (lineStart: number) => boolean,
  most = LONGEST_HEADER,
): Header {
  const fields: Field[] = [];
  let at = start;
  while (at < octets.length) {
    if (stop(at)) return { fields, end: at };
    if (octets[at] === LF) return { fields, end: at + 1 };
    if (octets[at] === CR && octets[at + 1] === LF) return { fields, end: at + 2 };
    const end = fieldEnd(octets, at, stop);
    const field = end - start <= most ? readField(octets, at, end) : undefined;
    if (field) fields.push(field);
    at = end;
  }
  return { fields, end: at };
}

/** The end of the field that begins at `start`: its line and the lines after it that begin with white space. */
function fieldEnd(octets: Buffer, start: number, stop: (lineStart: number) => boolean): number {
  let end = nextLine(octets, start);
  while ((octets[end] === SP || octets[end] === TAB) && !stop(end)) end = nextLine(octets, end);
  return end;
}

function readField(octets: Buffer, start: number, end: number): Field | undefined {
  const text = octets.toString('latin1', start, textEnd(octets, start, end));
  const colon = text.indexOf(':');
  const name = colon < 0 ? '' : text.slice(0, colon).trimEnd();
  // RFC 5322 §4.5.3: white space before the colon is obsolete, and read.
  if (!/^[\x21-\x7e]+$/.test(name)) return undefined;
  return { name, value: unfold(text.slice(colon + 1)), start, end };
}

/** The value on one line: line ends that fold it removed, white space at both ends removed. */
function unfold(text: string): string {
  const line = text.includes('\n') ? text.replace(/\r?\n(?=[ \t])/g, '').replace(/\r?\n/g, '') : text;
  let from = 0;
  let to = line.length;
  while (from < to && BLANKS.includes(line[from]!)) from++;
  while (to > from && BLANKS.includes(line[to - 1]!)) to--;
  return line.slice(from, to);
}

/** The first field of this name (any case); undefined where there is none. */
export function fieldNamed(header: Header, name: string): Field | undefined {
  return header.fields.find((field) => sameName(field.name, name));
}

/** Whether two field names are one: ASCII case does not count (RFC 5322 §1.2.2). */
export function sameName(one: string, other: string): boolean {
  return one.length === other.length && one.toLowerCase() === other.toLowerCase();
}
