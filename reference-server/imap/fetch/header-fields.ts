import { COLON, CR, LF, nextLine, SP, TAB } from '../../mime/octets';

/**
 * The header fields with these names, or without them, octet by octet, and the empty line that ended the header (RFC 9051
 * §6.4.5.1). Names are compared regardless of ASCII case.
 *
 * @param header what begins with a header; what follows its empty line is not looked at
 */
export function selectFields(header: Buffer, names: readonly string[], inverted: boolean): Buffer {
  const wanted = new Set(names.map((name) => name.toLowerCase()));
  const pieces: Buffer[] = [];
  for (let at = 0; at < header.length; ) {
    if (isEmptyLine(header, at)) {
      pieces.push(header.subarray(at, nextLine(header, at)));
      break;
    }
    const end = fieldEnd(header, at);
    if (wanted.has(nameAt(header, at, end)) !== inverted) pieces.push(header.subarray(at, end));
    at = end;
  }
  return pieces.length === 1 ? pieces[0]! : Buffer.concat(pieces);
}

/** The header that `octets` begin with, its empty line included. */
export function headerOf(octets: Buffer): Buffer {
  let at = 0;
  while (at < octets.length && !isEmptyLine(octets, at)) at = fieldEnd(octets, at);
  return octets.subarray(0, at < octets.length ? nextLine(octets, at) : at);
}

function isEmptyLine(octets: Buffer, at: number): boolean {
  return octets[at] === LF || (octets[at] === CR && octets[at + 1] === LF);
}

function fieldEnd(octets: Buffer, start: number): number {
  let end = nextLine(octets, start);
  while (octets[end] === SP || octets[end] === TAB) end = nextLine(octets, end);
  return end;
}

/** The field's name in lower case; what is no field has none. */
function nameAt(octets: Buffer, start: number, end: number): string {
  const colon = octets.indexOf(COLON, start);
  if (colon < 0 || colon >= end) return '';
  return octets.toString('latin1', start, colon).trimEnd().toLowerCase();
}
