import { decodeCharset } from './charset';
import { decodeWords } from './encoded-words';
import { type Field, readHeader } from './header';
import { parameter } from './parameters';
import type { MessageStructure, Part } from './structure';
import { decodeTransfer } from './transfer';

/** All fields of a header section, as octets. */
export function headerFields(header: Buffer): Field[] {
  return readHeader(header, 0, () => false).fields;
}

/** A header as people read it: a line a field, encoded words decoded. */
export function headerText(octets: Buffer, part: Part): string {
  return headerFields(octets.subarray(...part.header))
    .map((field) => `${field.name}: ${decodeWords(field.value)}`)
    .join('\n');
}

/** The text of a text part, its transfer encoding undone, in Unicode; empty for other parts and unknown encodings. */
export function bodyText(octets: Buffer, part: Part): string {
  if (part.type !== 'text') return '';
  const decoded = decodeTransfer(octets.subarray(...part.body), part.encoding);
  return decoded ? decodeCharset(decoded, parameter(part.parameters, 'charset') ?? '') : '';
}

/** The text that IMAP's SEARCH BODY looks at: every text part; no header fields (RFC 9051 §6.4.4). */
export function* bodyTexts(octets: Buffer, structure: MessageStructure, read = bodyText): Generator<string> {
  for (const part of structure.parts) if (part.type === 'text') yield read(octets, part);
}

/** What SEARCH TEXT looks at besides: every header, those of parts and of encapsulated messages too. */
export function* headerTexts(octets: Buffer, structure: MessageStructure): Generator<string> {
  for (const part of structure.parts) if (part.header[1] > part.header[0]) yield headerText(octets, part);
}
