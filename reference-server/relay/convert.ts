/**
 * Makes a message fit for a server that takes less than it has: parts that cannot go as they are get a transfer encoding (RFC 6152 §3,
 * RFC 3030 §3). What is signed or encrypted stays as it is.
 */

import { encodeTransfer } from '../mime/encode';
import { fieldNamed, readHeader } from '../mime/header';
import { parseMessage } from '../mime/parse';
import type { Part } from '../mime/structure';

interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: Buffer | string;
}

/** Encodings that change nothing (RFC 2045 §6.2). */
const IDENTITY: readonly string[] = ['7bit', '8bit', 'binary'];

/**
 * @param unfit whether the server cannot take these octets
 * @returns undefined where no conversion makes it fit: what is wrong stands in a header, or in what is signed
 */
export function converted(content: Buffer, unfit: (octets: Buffer) => boolean): Buffer | undefined {
  const { parts } = parseMessage(content);
  const edits: Edit[] = [];
  for (const part of parts) {
    if (isSealed(part, parts)) continue;
    const encoding = encodingFor(part, content.subarray(...part.body), unfit);
    if (encoding) edits.push(...encodingEdits(content, part, encoding));
  }
  if (edits.length > 0) edits.push(...madeMime(content, parts[0]!));
  const made = edited(content, edits);
  return unfit(made) ? undefined : made;
}

/** What its Content-Transfer-Encoding has to become, if anything. */
function encodingFor(part: Part, body: Buffer, unfit: (octets: Buffer) => boolean) {
  if (!IDENTITY.includes(part.encoding) || !unfit(body)) return undefined;
  // RFC 2045 §6.4: what holds other parts is never encoded; they are.
  if (part.children.length > 0) return '7bit';
  if (part.type === 'multipart' || (part.type === 'message' && part.subtype === 'rfc822')) return undefined;
  return part.type === 'text' ? 'quoted-printable' : 'base64';
}

function encodingEdits(
  content: Buffer,
  { header: [start, end], body }: Part,
  encoding: '7bit' | 'quoted-printable' | 'base64',
): Edit[] {
  const text = `Content-Transfer-Encoding: ${encoding}\r\n`;
  const field = fieldNamed(
    readHeader(content.subarray(0, end), start, () => false),
    'Content-Transfer-Encoding',
  );
  const edits: Edit[] = [field ? { start: field.start, end: field.end, text } : atHeaderEnd(content, end, text)];
  if (encoding === '7bit') return edits;
  return [...edits, { start: body[0], end: body[1], text: encodeTransfer(content.subarray(...body), encoding) }];
}

/** A message of before MIME becomes one of MIME, in a charset that nobody knows. */
function madeMime(content: Buffer, { header: [start, end] }: Part): Edit[] {
  const header = readHeader(content.subarray(0, end), start, () => false);
  const lines: string[] = [];
  if (!fieldNamed(header, 'MIME-Version')) lines.push('MIME-Version: 1.0\r\n');
  if (!fieldNamed(header, 'Content-Type')) lines.push('Content-Type: text/plain; charset=unknown-8bit\r\n');
  return lines.map((line) => atHeaderEnd(content, end, line));
}

/** Before the empty line, where there is one. */
function atHeaderEnd(content: Buffer, end: number, text: string): Edit {
  const empty =
    content
      .subarray(0, end)
      .toString('latin1', Math.max(0, end - 3))
      .endsWith('\n\r\n') || end === 2;
  const at = empty ? end - 2 : end;
  return { start: at, end: at, text };
}

/** A signature is made of what is inside as it is encoded: that may not be altered. */
function isSealed(part: Part, parts: readonly Part[]): boolean {
  for (let outer = parts[part.parent]; outer; outer = parts[outer.parent])
    if (outer.type === 'multipart' && ['signed', 'encrypted'].includes(outer.subtype)) return true;
  return false;
}

function edited(content: Buffer, edits: readonly Edit[]): Buffer {
  const pieces: Buffer[] = [];
  let from = 0;
  for (const { start, end, text } of [...edits].sort((a, b) => a.start - b.start)) {
    pieces.push(content.subarray(from, start), Buffer.from(text as string, 'latin1'));
    from = end;
  }
  return Buffer.concat([...pieces, content.subarray(from)]);
}
