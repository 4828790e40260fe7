/** The forms of what POP3 writes, for whoever judges it: the rules of the whole run and the scenarios. */
import { BASE64 } from '../../base64';

const NONE = /^$/;
const NUMBER_OF_ANY_USER = /^\d+(?: USER)?$/i;
/** RFC 4422 §3.1: a mechanism's name. */
export const MECHANISMS = /^[A-Z0-9_-]{1,20}(?: [A-Z0-9_-]{1,20})*$/;

/** The arguments that each definition gives its tag: RFC 2449 §6, RFC 2595 §4, RFC 3206 §6, RFC 5034 §3, RFC 6856 §2 and §3. */
export const CAPABILITY_ARGUMENTS: Readonly<Record<string, RegExp>> = {
  TOP: NONE,
  USER: NONE,
  UIDL: NONE,
  'RESP-CODES': NONE,
  PIPELINING: NONE,
  STLS: NONE,
  'AUTH-RESP-CODE': NONE,
  LANG: NONE,
  SASL: MECHANISMS,
  'LOGIN-DELAY': NUMBER_OF_ANY_USER,
  EXPIRE: /^(?:\d+|NEVER)(?: USER)?$/i,
  UTF8: /^(?:USER)?$/i,
};

/** RFC 6856 §3.2: a tag as RFC 5646 has it, and perhaps the language's name. */
export const LANGUAGE_LISTING = /^[A-Za-z0-9]{1,8}(?:-[A-Za-z0-9]{1,8})*(?: .+)?$/;

/** RFC 5034 §4: a plus, a space, base64, and nothing more. */
export function isChallenge(line: string): boolean {
  return line.startsWith('+ ') && BASE64.test(line.slice(2));
}
