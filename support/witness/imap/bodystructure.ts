/** BODY and BODYSTRUCTURE: RFC 3501 §7.4.2, §9. */
import type { Cursor } from './cursor';
import { readEnvelope } from './envelope';

const OPEN = 40;
const SP = 32;

/** @param extensible BODYSTRUCTURE; BODY has no extension data */
export function readBody(cursor: Cursor, extensible: boolean): void {
  cursor.within('imap-body-structure', () => {
    cursor.demand('(');
    if (cursor.octet === OPEN) readMultipart(cursor, extensible);
    else readPart(cursor, extensible);
    cursor.demand(')');
  });
}

/** Parts without a space between them, then the subtype. */
function readMultipart(cursor: Cursor, extensible: boolean): void {
  while (cursor.octet === OPEN) readBody(cursor, extensible);
  cursor.space();
  cursor.string();
  if (cursor.octet !== SP) return;
  readExtension(cursor, extensible, () => readParameters(cursor));
}

function readPart(cursor: Cursor, extensible: boolean): void {
  const at = cursor.at;
  const type = cursor.string().toUpperCase();
  if (cursor.octet !== SP) cursor.fail('a part has a type and a subtype; a multipart has one part at least', at);
  cursor.space();
  const subtype = cursor.string().toUpperCase();
  cursor.space();
  readParameters(cursor);
  cursor.space();
  cursor.nstring();
  cursor.space();
  cursor.nstring();
  cursor.space();
  cursor.within('imap-body-encoding', () => cursor.string());
  cursor.space();
  cursor.within('imap-body-octets', () => cursor.number64());
  // RFC 9051 §9 has MESSAGE/GLOBAL beside it.
  const message = type === 'MESSAGE' && (subtype === 'RFC822' || (subtype === 'GLOBAL' && hasEnvelope(cursor)));
  if (message) readMessage(cursor, extensible);
  if (type === 'TEXT') readLines(cursor);
  if (cursor.octet === SP) readExtension(cursor, extensible, () => cursor.nstring());
}

function hasEnvelope(cursor: Cursor): boolean {
  return cursor.octets.toString('latin1', cursor.at, cursor.at + 2) === ' (';
}

function readMessage(cursor: Cursor, extensible: boolean): void {
  cursor.within('imap-body-message', () => {
    cursor.space();
    readEnvelope(cursor);
    cursor.space();
    readBody(cursor, extensible);
  });
  readLines(cursor);
}

function readLines(cursor: Cursor): void {
  cursor.within('imap-body-lines', () => {
    cursor.space();
    cursor.number64();
  });
}

/** Pairs of strings, or NIL. */
function readParameters(cursor: Cursor): void {
  cursor.within('imap-body-parameters', () => {
    if (cursor.isNil()) {
      cursor.nil();
      return;
    }
    const pair = () => {
      cursor.string();
      cursor.space();
      cursor.string();
    };
    cursor.list(pair, { least: 1 });
  });
}

/** What its kind begins with (MD5, or parameters), then disposition, language, location, and what later RFCs may add. */
function readExtension(cursor: Cursor, extensible: boolean, first: () => void): void {
  cursor.within('imap-body-without-extension', () => {
    if (!extensible) cursor.fail('BODY has no extension data');
  });
  cursor.within('imap-body-extension', () => {
    cursor.space();
    first();
    if (cursor.octet !== SP) return;
    cursor.space();
    readDisposition(cursor);
    if (cursor.octet !== SP) return;
    cursor.space();
    readLanguages(cursor);
    if (cursor.octet !== SP) return;
    cursor.space();
    cursor.nstring();
  });
  // RFC 3501 §9: a server generates none but those defined, and none are.
  cursor.within('imap-body-nothing-more', () => {
    if (cursor.octet === SP) cursor.fail('no RFC defines more extension data');
  });
}

function readDisposition(cursor: Cursor): void {
  if (cursor.isNil()) {
    cursor.nil();
    return;
  }
  cursor.demand('(');
  cursor.string();
  cursor.space();
  readParameters(cursor);
  cursor.demand(')');
}

function readLanguages(cursor: Cursor): void {
  if (cursor.octet === OPEN) cursor.list(() => cursor.string(), { least: 1 });
  else cursor.nstring();
}
