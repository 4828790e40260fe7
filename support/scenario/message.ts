/** Messages as scenarios speak of them: octets with CRLF, a header, an empty line, a body (RFC 5322 §2.1). */

const CRLF = Buffer.from('\r\n');
const HEADER_END = Buffer.from('\r\n\r\n');

/** The octets of a text written in a scenario or a file: every line ends in CRLF, the last one too. */
export function withCrlf(text: string | Buffer): Buffer {
  const source = typeof text === 'string' ? Buffer.from(text, 'utf8') : text;
  const bare = source.toString('latin1').replace(/\r\n/g, '\n');
  const lines = (bare.endsWith('\n') ? bare.slice(0, -1) : bare).split('\n');
  return Buffer.from(`${lines.join('\r\n')}\r\n`, 'latin1');
}

/** One field of a header as it stands, folding and CRLF included. */
export interface HeaderField {
  name: string;
  raw: string;
  /** The body of the field, unfolded (RFC 5322 §2.2.3), without the space after the colon. */
  value: string;
}

/** Cuts a message at its first empty line; a message without one is all header, or all body if it begins with no field. */
export function splitMessage(message: Buffer): { header: Buffer; body: Buffer } {
  if (message.subarray(0, 2).equals(CRLF)) return { header: Buffer.alloc(0), body: message.subarray(2) };
  const at = message.indexOf(HEADER_END);
  if (at < 0) return { header: message, body: Buffer.alloc(0) };
  return { header: message.subarray(0, at + 2), body: message.subarray(at + 4) };
}

/** The fields of a message's header in order; lines that are no field are given the name ''. Octets are read as Latin-1. */
export function headerFields(message: Buffer): HeaderField[] {
  const fields: HeaderField[] = [];
  for (const line of splitMessage(message)
    .header.toString('latin1')
    .split(/(?<=\r\n)/)) {
    const last = fields.at(-1);
    if (/^[ \t]/.test(line) && last) last.raw += line;
    else fields.push({ name: /^([!-9;-~]+)[ \t]*:/.exec(line)?.[1] ?? '', raw: line, value: '' });
  }
  for (const field of fields) field.value = unfold(field.raw).replace(/^[^:]*:[ \t]*/, '');
  return fields;
}

function unfold(raw: string): string {
  return raw.replace(/\r\n(?=[ \t])/g, '').replace(/\r\n$/, '');
}

/** The value of the first field of that name, in any case. */
export function headerValue(message: Buffer, name: string): string | undefined {
  return headerFields(message).find((field) => field.name.toLowerCase() === name.toLowerCase())?.value;
}
