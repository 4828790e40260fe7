/**
 * Surrogates of messages whose headers are in UTF-8, for readers that take ASCII alone: the simple ones of RFC 6858. What a reader could
 * take for an address is one that cannot be anybody's, and what ASCII cannot say is left out.
 */

import { isAscii } from 'node:buffer';
import { parseAddresses } from './address';
import { encodedWords, folded } from './encode-words';
import { decodeWords } from './encoded-words';
import { type Field, readHeader } from './header';
import { isInternational } from './international';
import { textOf } from './octets';
import { PARSE_LIMITS } from './parse';
import type { Address, MessageStructure } from './structure';

/** RFC 6858 §2.1: the fields whose addresses are replaced. */
const ADDRESSES: ReadonlySet<string> = new Set(
  'bcc cc from reply-to resent-bcc resent-cc resent-from resent-sender resent-to return-path sender to'.split(' '),
);
/** RFC 6858 §2.1: of the domain that is nobody's. */
const INVALID = '<invalid@internationalized-address.invalid>';

/** The message with each header in UTF-8, its parts' too, made one of ASCII; bodies stay as they are. */
export function surrogateMessage(octets: Buffer, { parts }: MessageStructure): Buffer {
  const pieces: Buffer[] = [];
  let done = 0;
  // In the order of the message; what is inside a part comes behind its header.
  for (const { header } of parts) {
    const own = octets.subarray(...header);
    if (!isInternational(own)) continue;
    pieces.push(octets.subarray(done, header[0]), surrogateHeader(own));
    done = header[1];
  }
  return Buffer.concat([...pieces, octets.subarray(done)]);
}

/** The same of a header alone, which ends in its empty line. */
export function surrogateHeader(header: Buffer): Buffer {
  const pieces: Buffer[] = [];
  let done = 0;
  for (const field of readHeader(header, 0, () => false).fields) {
    // What stands between is no field.
    pieces.push(asciiOr(header.subarray(done, field.start), ''));
    const written = header.subarray(field.start, field.end);
    pieces.push(isAscii(written) ? written : Buffer.from(surrogateField(field), 'latin1'));
    done = field.end;
  }
  return Buffer.concat([...pieces, asciiOr(header.subarray(done), '\r\n')]);
}

function asciiOr(octets: Buffer, other: string): Buffer {
  return isAscii(octets) ? octets : Buffer.from(other);
}

/** With its line end; empty where the field is left out (RFC 6858 §2.4). */
function surrogateField({ name, value }: Field): string {
  const which = name.toLowerCase();
  // A path has no name beside it (RFC 5321 §4.4).
  if (which === 'return-path') return folded(name, [INVALID]);
  if (ADDRESSES.has(which)) return folded(name, addressWords(value));
  if (which === 'subject') return folded(name, encodedWords(decodeWords(value)));
  if (which === 'content-type' || which === 'content-disposition') return folded(name, parameterWords(value));
  return '';
}

function addressWords(value: string): string[] {
  const words: string[] = [];
  const end = (mark: string) => {
    if (words.length > 0) words[words.length - 1] += mark;
  };
  // Whether an address or a group stands before, so that a comma parts what comes from it.
  let parted = false;
  for (const address of parseAddresses(value, { tokens: PARSE_LIMITS.tokens })) {
    const { mailbox, host } = address;
    if (mailbox === null) {
      end(';');
      parted = true;
      continue;
    }
    if (parted) end(',');
    words.push(...(host === null ? phrase(mailbox) : mailboxWords(address)));
    if (host === null) end(':');
    parted = host !== null;
  }
  return words;
}

function mailboxWords({ name, mailbox, host }: Address): string[] {
  const address = host === '' ? mailbox! : `${mailbox}@${host}`;
  if (/[\x80-\xff]/.test(address))
    return [...encodedWords([decodeWords(name ?? ''), textOf(address)].join(' ').trim()), INVALID];
  const local = /^[^\s()<>[\]:;@\\,"]+$/.test(mailbox!) ? mailbox! : quoted(mailbox!);
  return [...(name === null ? [] : phrase(name)), `<${local}${host === '' ? '' : `@${host}`}>`];
}

function phrase(name: string): string[] {
  if (/[\x80-\xff]/.test(name)) return encodedWords(decodeWords(name));
  // Atoms, encoded words among them.
  return [/^[\w!#$%&'*+\-/=?^`{|}~ ]+$/.test(name) ? name : quoted(name)];
}

function quoted(text: string): string {
  return `"${text.replace(/["\\]/g, '\\$&')}"`;
}

/** RFC 6858 §2.2: what is beyond ASCII goes, with the other pieces of the same parameter (RFC 2231 §3); all goes where the value itself is. */
function parameterWords(value: string): string[] {
  const [first = '', ...parameters] = segments(value);
  if (/[\x80-\xff]/.test(first)) return [];
  const gone = new Set(parameters.filter((one) => /[\x80-\xff]/.test(one)).map(nameOf));
  const kept = [first, ...parameters.filter((one) => !gone.has(nameOf(one)))];
  return kept.map((one, n) => one.trim() + (n < kept.length - 1 ? ';' : ''));
}

/** Of all pieces of a parameter. */
function nameOf(parameter: string): string {
  return parameter.split(/[=*]/, 1)[0]!.trim().toLowerCase();
}

/** The value cut at semicolons that stand in neither quotes nor comments. */
function segments(value: string): string[] {
  const found: string[] = [];
  let from = 0;
  let depth = 0;
  let quotes = false;
  for (let at = 0; at < value.length; at++) {
    const character = value[at]!;
    if (character === '\\' && (quotes || depth > 0)) at++;
    else if (character === '"' && depth === 0) quotes = !quotes;
    else if (character === '(' && !quotes) depth++;
    else if (character === ')' && !quotes) depth = Math.max(0, depth - 1);
    else if (character === ';' && !quotes && depth === 0) {
      found.push(value.slice(from, at));
      from = at + 1;
    }
  }
  return [...found, value.slice(from)].filter((one) => one.trim() !== '');
}
