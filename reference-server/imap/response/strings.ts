import { isUtf8 } from '../syntax/arguments';

/** How strings are written to a client: what it has enabled decides. */
export interface StringStyle {
  /** UTF-8 may stand in quoted strings (after ENABLE IMAP4rev2 or UTF8=ACCEPT). */
  utf8: boolean;
  /** Extended parameters are told decoded (RFC 9051 §7.5.2); IMAP4rev1 clients decode them themselves. */
  decodes?: boolean;
}

/** Longer strings go as literals: clients' line buffers are finite. */
const LONGEST_QUOTED = 1000;

/** A binary string as an IMAP string: quoted where that is allowed, otherwise a literal. */
export function string(text: string, style: StringStyle): string {
  if (text.length <= LONGEST_QUOTED) {
    if (/^[\x20-\x7e]*$/.test(text)) return `"${escapeQuoted(text)}"`;
    if (style.utf8 && !/[\x00-\x1f\x7f]/.test(text) && isUtf8(text)) return `"${escapeQuoted(text)}"`;
  }
  return literal(text);
}

/** NIL for null. */
export function nstring(text: string | null | undefined, style: StringStyle): string {
  return text === null || text === undefined ? 'NIL' : string(text, style);
}

/** As an atom where it is one, otherwise as a string. */
export function astring(text: string, style: StringStyle): string {
  if (/^[^(){ \x00-\x1f\x7f-\xff%*"\\]+$/.test(text) && text.toUpperCase() !== 'NIL') return text;
  return string(text, style);
}

/** `{5}`, CRLF and the octets. NUL cannot stand in a literal (RFC 9051 §9, CHAR8): it becomes 0x80, as Dovecot does. */
export function literal(text: string): string {
  const octets = text.includes('\0') ? text.replaceAll('\0', '\x80') : text;
  return `{${octets.length}}\r\n${octets}`;
}

/** Quotes what a quoted string cannot hold bare. */
function escapeQuoted(text: string): string {
  return /["\\]/.test(text) ? text.replace(/["\\]/g, '\\$&') : text;
}
