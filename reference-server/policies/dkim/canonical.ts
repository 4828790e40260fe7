/** What is hashed in the place of a message (RFC 6376 §3.4). Texts are binary strings. */

const ALGORITHMS = ['simple', 'relaxed'] as const;
export type Canonicalization = (typeof ALGORITHMS)[number];

export function isCanonicalization(text: string): text is Canonicalization {
  return ALGORITHMS.some((each) => each === text);
}

/** @param field as it stands in the message, CRLF and all */
export function canonicalField(field: string, algorithm: Canonicalization): string {
  if (algorithm === 'simple') return field;
  const colon = field.indexOf(':');
  const value = field
    .slice(colon + 1)
    .replace(/\r\n/g, '')
    .replace(/[ \t]+/g, ' ');
  return `${field.slice(0, colon).trimEnd().toLowerCase()}:${trimmed(value)}\r\n`;
}

export function canonicalBody(body: string, algorithm: Canonicalization): string {
  if (algorithm === 'simple') return `${withoutEmptyLines(body)}\r\n`;
  const reduced = withoutEmptyLines(body.replace(/[ \t]+/g, ' ').replace(/ (?=\r\n)| $/g, ''));
  return reduced === '' ? '' : `${reduced}\r\n`;
}

/** Without the CRLF of the last line that is not empty. */
function withoutEmptyLines(body: string): string {
  let end = body.length;
  while (body.startsWith('\r\n', end - 2) && end >= 2) end -= 2;
  return body.slice(0, end);
}

/** White space has been made one space each. */
function trimmed(text: string): string {
  return text.slice(text.startsWith(' ') ? 1 : 0, text.endsWith(' ') ? -1 : undefined);
}
