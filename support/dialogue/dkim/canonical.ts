/** What is signed in the place of a message (RFC 6376 §3.4), octet by octet, and by nobody else's code: the server's verifier has no part in it. */

const CR = 13;
const LF = 10;
const isBlank = (octet: number | undefined) => octet === 32 || octet === 9;

/** The fields of a header, each with its CRLF; what stands behind the empty line. */
export function takeApart(message: Buffer): { fields: Buffer[]; body: Buffer } {
  const fields: Buffer[] = [];
  let start = 0;
  while (start < message.length && message[start] !== CR) {
    let end = message.indexOf('\r\n', start);
    while (end >= 0 && isBlank(message[end + 2])) end = message.indexOf('\r\n', end + 2);
    end = end < 0 ? message.length : end + 2;
    fields.push(message.subarray(start, end));
    start = end;
  }
  return { fields, body: message.subarray(start + 2) };
}

export function nameOf(field: Buffer): string {
  return field.toString('latin1', 0, field.indexOf(':')).trim().toLowerCase();
}

export function canonicalField(field: Buffer, algorithm: string): Buffer {
  if (algorithm !== 'relaxed') return field;
  const value: number[] = [];
  for (const octet of field.subarray(field.indexOf(':') + 1)) {
    if (octet === CR || octet === LF) continue;
    if (!isBlank(octet)) value.push(octet);
    else if (value.length > 0 && value.at(-1) !== 32) value.push(32);
  }
  if (value.at(-1) === 32) value.pop();
  return Buffer.concat([Buffer.from(`${nameOf(field)}:`), Buffer.from(value), Buffer.from('\r\n')]);
}

export function canonicalBody(body: Buffer, algorithm: string): Buffer {
  const lines: Buffer[] = [];
  for (let start = 0; start < body.length; ) {
    const end = body.indexOf('\r\n', start);
    const line = body.subarray(start, end < 0 ? body.length : end);
    lines.push(algorithm === 'relaxed' ? relaxedLine(line) : line);
    start = end < 0 ? body.length : end + 2;
  }
  while (lines.at(-1)?.length === 0) lines.pop();
  if (lines.length === 0) return Buffer.from(algorithm === 'relaxed' ? '' : '\r\n');
  return Buffer.concat(lines.flatMap((line) => [line, Buffer.from('\r\n')]));
}

function relaxedLine(line: Buffer): Buffer {
  const reduced: number[] = [];
  for (const octet of line) {
    if (!isBlank(octet)) reduced.push(octet);
    else if (reduced.at(-1) !== 32) reduced.push(32);
  }
  if (reduced.at(-1) === 32) reduced.pop();
  return Buffer.from(reduced);
}
