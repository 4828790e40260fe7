/** Paths as MAIL and RCPT give them (RFC 5321 §4.1.2), strictly. */

import type { Path } from '../../delivery/mail';
import { isAddressLiteral, isDomain } from './domain';

export interface ParsedPath {
  path: Path;
  /** What follows the `>`. */
  rest: string;
}

/** RFC 5321 §4.5.3.1.1 and §4.5.3.1.3, in octets; the path with its brackets. */
const LONGEST_LOCAL = 64;
const LONGEST_PATH = 256;

const ATOM = /[A-Za-z0-9!#$%&'*+/=?^_`{|}~\u0080-\u{10ffff}-]+/u.source;
const DOT_STRING = new RegExp(`^${ATOM}(?:\\.${ATOM})*$`, 'u');
const QUOTED_STRING = /^"(?:[\x20\x21\x23-\x5b\x5d-\x7e\u0080-\u{10ffff}]|\\[\x20-\x7e])*"/u;

/** Parses `<…>` at the start of the text; undefined when it is no path. */
export function parsePath(text: string): ParsedPath | undefined {
  if (!text.startsWith('<')) return undefined;
  const end = endOfPath(text);
  if (end < 0 || Buffer.byteLength(text.slice(0, end + 1)) > LONGEST_PATH) return undefined;
  const path = parseMailbox(withoutRoute(text.slice(1, end)));
  return path && { path, rest: text.slice(end + 1) };
}

/** Parses `local@domain`, the null path or `Postmaster`, all without brackets. */
export function parseMailbox(text: string | undefined): Path | undefined {
  if (text === undefined) return undefined;
  if (text === '') return { local: '', domain: '', text };
  // RFC 5321 §4.1.1.3: only postmaster may stand without a domain.
  if (text.toLowerCase() === 'postmaster') return { local: text, domain: '', text };
  const quoted = QUOTED_STRING.exec(text)?.[0];
  const at = quoted === undefined ? text.indexOf('@') : quoted.length;
  if (at < 1 || text[at] !== '@') return undefined;
  const written = text.slice(0, at);
  const domain = text.slice(at + 1);
  if (quoted === undefined && !DOT_STRING.test(written)) return undefined;
  if (!isDomain(domain) && !isAddressLiteral(domain)) return undefined;
  if (Buffer.byteLength(written) > LONGEST_LOCAL) return undefined;
  const local = quoted === undefined ? written : written.slice(1, -1).replace(/\\(.)/gs, '$1');
  return { local, domain, text };
}

/** Where the closing bracket is: not one within quotes. */
function endOfPath(text: string): number {
  let quoted = false;
  for (let i = 1; i < text.length; i++) {
    const letter = text[i];
    if (quoted && letter === '\\') i++;
    else if (letter === '"') quoted = !quoted;
    else if (letter === '>' && !quoted) return i;
  }
  return -1;
}

/** A source route is accepted and ignored (RFC 5321 §4.1.1.3, appendix C); undefined when it is malformed. */
function withoutRoute(text: string): string | undefined {
  if (!text.startsWith('@')) return text;
  const colon = text.indexOf(':');
  if (colon < 0) return undefined;
  const hops = text.slice(0, colon).split(',');
  const mailbox = text.slice(colon + 1);
  return mailbox !== '' && hops.every((hop) => hop.startsWith('@') && isDomain(hop.slice(1))) ? mailbox : undefined;
}

/** Whether every letter is ASCII. */
export function isAscii(text: string): boolean {
  return !/[^\x00-\x7f]/.test(text);
}
