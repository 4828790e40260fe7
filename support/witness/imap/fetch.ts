/** `* 1 FETCH (…)`: RFC 3501 §7.4.2, §9, and the items of extensions. */
import { readBody } from './bodystructure';
import type { Cursor } from './cursor';
import { readEnvelope } from './envelope';
import { readFlags } from './flags';
import { readSection } from './section';

/** What a FETCH response told of its message, for the session. */
export interface Fetched {
  number: number;
  uid?: number;
  size?: number;
  modseq?: number;
  flags?: string[];
  /** By `BODY[…]`, with origin: octets, where it is not NIL. */
  sections: Map<string, string | undefined>;
  names: string[];
}

const DATE = /^"(?: \d|\d\d)-(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)-\d{4} \d\d:\d\d:\d\d [+-]\d{4}"/;

export function readFetch(cursor: Cursor, number: number): Fetched {
  const fetched: Fetched = { number, sections: new Map(), names: [] };
  cursor.within('imap-fetch-items', () => {
    cursor.list(() => readItem(cursor, fetched), { least: 1 });
  });
  return fetched;
}

function readItem(cursor: Cursor, fetched: Fetched): void {
  const from = cursor.at;
  const name = /^[A-Za-z0-9._-]*/
    .exec(cursor.octets.toString('latin1', from, Math.min(from + 40, cursor.end)))![0]
    .toUpperCase();
  cursor.at += name.length;
  const sectioned = cursor.octet === 91;
  fetched.names.push(name);
  if (sectioned && (name === 'BODY' || name === 'BINARY' || name === 'BINARY.SIZE')) {
    readSectioned(cursor, name, fetched);
    return;
  }
  const read = ITEMS[name];
  if (read === undefined) cursor.fail(`${name || 'this'} is the name of no item`, from);
  else {
    cursor.space();
    read(cursor, fetched);
  }
}

function readSectioned(cursor: Cursor, name: string, fetched: Fetched): void {
  const { name: section, origin } = readSection(cursor, name !== 'BODY');
  cursor.space();
  const key = `${name}[${section}]${origin === undefined ? '' : `<${origin}>`}`;
  if (name === 'BINARY.SIZE') {
    cursor.within('imap-binary-size', () => cursor.number());
    return;
  }
  const value = cursor.within('imap-fetched-string', () => {
    if (name === 'BINARY' && cursor.octet === 126) return cursor.literal(true);
    return cursor.nstring();
  });
  fetched.sections.set(key, value);
}

const ITEMS: Readonly<Record<string, (cursor: Cursor, fetched: Fetched) => void>> = {
  FLAGS: (cursor, fetched) => {
    fetched.flags = cursor.within('imap-fetch-flags', () => readFlags(cursor, 'fetched'));
  },
  UID: (cursor, fetched) => {
    fetched.uid = cursor.within('imap-fetch-uid', () => cursor.nzNumber());
  },
  'RFC822.SIZE': (cursor, fetched) => {
    fetched.size = cursor.within('imap-fetch-size', () => cursor.number64());
  },
  INTERNALDATE: (cursor) => cursor.within('imap-internal-date', () => readDateTime(cursor)),
  ENVELOPE: readEnvelope,
  BODY: (cursor) => readBody(cursor, false),
  BODYSTRUCTURE: (cursor) => readBody(cursor, true),
  RFC822: readText('RFC822'),
  'RFC822.HEADER': readText('RFC822.HEADER'),
  'RFC822.TEXT': readText('RFC822.TEXT'),
  // RFC 7162 §7.
  MODSEQ: (cursor, fetched) => {
    fetched.modseq = cursor.within('imap-modseq', () => {
      cursor.demand('(');
      const value = cursor.modSequence();
      cursor.demand(')');
      return value;
    });
  },
  // RFC 8474 §7.
  EMAILID: (cursor) => void cursor.list(() => cursor.astring(), { least: 1 }),
  THREADID: (cursor) => void (cursor.isNil() ? cursor.nil() : cursor.list(() => cursor.astring(), { least: 1 })),
  // RFC 8514 §4.2.
  SAVEDATE: (cursor) => (cursor.isNil() ? cursor.nil() : readDateTime(cursor)),
  // RFC 8970 §3.
  PREVIEW: (cursor) => void cursor.nstring(),
  // Gmail's and Dovecot's own, where they are asked for.
  'X-GM-MSGID': (cursor) => void cursor.number64(),
  'X-GM-THRID': (cursor) => void cursor.number64(),
};

function readDateTime(cursor: Cursor): void {
  const found = DATE.exec(cursor.octets.toString('latin1', cursor.at, Math.min(cursor.at + 40, cursor.end)))?.[0];
  if (found === undefined) cursor.fail('a date and time in quotes, as "17-Jul-1996 02:44:25 -0700"');
  cursor.at += found!.length;
}

function readText(name: string) {
  return (cursor: Cursor, fetched: Fetched): void => {
    fetched.sections.set(
      name,
      cursor.within('imap-fetched-string', () => cursor.nstring()),
    );
  };
}
