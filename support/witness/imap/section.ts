/** `[1.2.HEADER.FIELDS (From)]<0>`: what stands behind BODY and BINARY (RFC 3501 §9, RFC 3516 §7). */
import type { Cursor } from './cursor';

export interface Section {
  /** As it may be compared: `1.HEADER.FIELDS (FROM TO)`. */
  name: string;
  origin: number | undefined;
}

const PART = /^[1-9]\d*(?:\.[1-9]\d*)*(?=[.\]])/;

export function readSection(cursor: Cursor, binary = false): Section {
  return cursor.within('imap-section', () => {
    cursor.demand('[');
    const name = readSpec(cursor, binary);
    cursor.demand(']');
    const origin = cursor.has('<') ? cursor.within('imap-section-origin', () => readOrigin(cursor)) : undefined;
    return { name, origin };
  });
}

function readSpec(cursor: Cursor, binary: boolean): string {
  const close = cursor.octets.indexOf(']', cursor.at, 'latin1');
  const part = PART.exec(cursor.octets.toString('latin1', cursor.at, close + 1))?.[0] ?? '';
  cursor.at += part.length;
  if (part !== '' && !cursor.has('.')) return part;
  if (binary) return part === '' ? '' : cursor.fail('a part of BINARY is told by numbers');
  const of = part === '' ? '' : `${part}.`;
  for (const fields of ['HEADER.FIELDS.NOT', 'HEADER.FIELDS'])
    if (cursor.has(fields)) return `${of}${fields} ${readFields(cursor)}`;
  if (cursor.has('HEADER')) return `${of}HEADER`;
  if (cursor.has('TEXT')) return `${of}TEXT`;
  if (part !== '' && cursor.has('MIME')) return `${of}MIME`;
  return part === '' && cursor.octet === 93 ? '' : cursor.fail('this is no section');
}

function readFields(cursor: Cursor): string {
  cursor.space();
  const names = cursor.list(() => cursor.astring().toUpperCase(), { least: 1 });
  return `(${names.sort().join(' ')})`;
}

function readOrigin(cursor: Cursor): number {
  const origin = cursor.number();
  cursor.demand('>');
  return origin;
}
