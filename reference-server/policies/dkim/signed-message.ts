/** A message in the parts that are signed: both who signs and who verifies take it apart so. */

import { type Field, LONGEST_HEADER, readHeader } from '../../mime/header';
import { type Canonicalization, canonicalField } from './canonical';

/** Texts are binary strings. */
export interface SignedMessage {
  readonly content: Buffer;
  readonly fields: readonly Field[];
  readonly body: string;
}

export function takenApart(content: Buffer): SignedMessage {
  const { fields, end } = readHeader(content, 0, () => false, LONGEST_HEADER);
  return { content, fields, body: content.toString('latin1', end) };
}

/** Of several fields of a name the last is signed first (RFC 6376 §5.4.2); one that is not there is nothing. */
export function fieldsNamed(names: readonly string[], fields: readonly Field[]): Field[] {
  const left = new Map<string, Field[]>();
  for (const one of fields) {
    const name = one.name.toLowerCase();
    const same = left.get(name);
    if (same) same.push(one);
    else left.set(name, [one]);
  }
  return names.flatMap((name) => left.get(name.toLowerCase())?.pop() ?? []);
}

/** What b= stands for (RFC 6376 §3.7). @param own the field of the signature without its value */
export function signedHeader(
  { content }: SignedMessage,
  fields: readonly Field[],
  own: string,
  way: Canonicalization,
): string {
  const signed = fields.map((one) => canonicalField(content.toString('latin1', one.start, one.end), way));
  return signed.join('') + canonicalField(own, way).replace(/\r\n$/, '');
}
