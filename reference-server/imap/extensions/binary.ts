import { CR, LF } from '../../mime/octets';
import { isMessage } from '../../mime/parse';
import type { Part } from '../../mime/structure';
import { decodeTransfer } from '../../mime/transfer';
import type { Message } from '../../store/types';
import type { Extension } from '../extension';
import type { OctetsItem, Source } from '../fetch/items';
import type { Reading } from '../fetch/reading';
import type { Writer } from '../fetch/writers';
import { no } from '../refusal';
import type { Session } from '../session';
import type { Arguments } from '../syntax/arguments';
import { readPartial, readSection, type Section } from '../syntax/section';
import { withoutNul } from './binary-append';
import { loggedIn } from './states';

/**
 * A part with its transfer encoding undone (RFC 3516 §4.2, RFC 9051 §6.4.5). Throws NO where the encoding is unknown or the part
 * has parts of its own; null where there is no such part.
 */
function decodedSection(
  session: Session,
  { blob }: Message,
  { part: numbers }: Section,
  reading: Reading,
): Buffer | null {
  const content = reading.content(blob);
  if (numbers.length === 0) return content;
  const part = session.service.parser.part(reading.structure(blob), numbers);
  if (!part) return null;
  if (part.type === 'multipart' || isMessage(part)) throw no('Only a part without parts can be decoded', 'CANNOT');
  const decoded = decodeTransfer(content.subarray(...part.body), part.encoding);
  if (!decoded) throw no('I do not know that transfer encoding', 'UNKNOWN-CTE');
  return withCrlf(part, decoded);
}

/** RFC 9051 §7.5.2: lines of text end in CRLF on the wire, whatever was encoded. */
function withCrlf(part: Part, octets: Buffer): Buffer {
  if (part.type !== 'text' || !hasBareLf(octets)) return octets;
  return Buffer.from(octets.toString('latin1').replace(/(?<!\r)\n/g, '\r\n'), 'latin1');
}

function hasBareLf(octets: Buffer): boolean {
  for (let lf = octets.indexOf(LF); lf >= 0; lf = octets.indexOf(LF, lf + 1)) if (octets[lf - 1] !== CR) return true;
  return false;
}

/** Parts with their transfer encoding undone; a literal8 where the octets hold NUL, otherwise a literal (RFC 9051 §7.5.2). */
export const BINARY: Source = {
  word: 'BINARY',
  octets: decodedSection,
  written: (name, octets) => [`${name} ${octets.includes(0) ? '~' : ''}{${octets.length}}\r\n`, octets],
};

const item = (args: Arguments, peek: boolean): OctetsItem => {
  const section = readSection(args, true);
  return { kind: 'octets', source: BINARY, name: '', section, partial: readPartial(args), peek };
};

export const binary: Extension = {
  name: 'BINARY',
  rfc: '3516',
  shows: loggedIn,
  fetch: {
    BINARY: (args) => item(args, false),
    'BINARY.PEEK': (args) => item(args, true),
    'BINARY.SIZE': (args) => {
      const section = readSection(args, true);
      return { kind: 'other', writer: (session) => sizeWriter(session, section) };
    },
  },
  append: { literal8: withoutNul },
};

function sizeWriter(session: Session, section: Section): Writer {
  const selected = session.selected!;
  const wanted: OctetsItem = { kind: 'octets', source: BINARY, name: '', section, partial: undefined, peek: true };
  return (message) => `BINARY.SIZE[${section.part.join('.')}] ${selected.size(message, wanted)}`;
}
