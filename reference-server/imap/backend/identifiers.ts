/** Whom an access control list speaks of (RFC 4314 §2, §3). */

import { prepare } from '../../auth/passwords';
import { bad, no } from '../refusal';
import { isUtf8 } from '../syntax/arguments';
import { ANYONE } from './rights';

/** Octets of an identifier: no address is longer. */
const LONGEST = 400;

/** An identifier as a client gave it, and as it is kept. */
export interface Identifier {
  /** A binary string. */
  given: string;
  /** In one spelling, whichever of a user's names was given. */
  kept: string;
  /** Whom it speaks of, without the dash of negative rights. */
  who: string;
  negative: boolean;
}

/** Prepares an identifier (RFC 4314 §3): BAD for what SASLprep forbids, and where nothing is left. */
export function identifierOf(given: string, domain: string): Identifier {
  if (!isUtf8(given)) throw bad('An identifier is UTF-8');
  if (given.length > LONGEST) throw no('That identifier is too long', 'LIMIT');
  const text = Buffer.from(given, 'latin1').toString('utf8');
  const negative = text.startsWith('-');
  const name = prepare(negative ? text.slice(1) : text);
  if (name === undefined || name === '') throw bad('That is no identifier');
  const who = whoIs(name.toLowerCase(), domain);
  return { given, kept: negative ? `-${who}` : who, who, negative };
}

/** All names by which a user logs in are his (RFC 4314 §2): the address, in any case of letters, and what stands before its `@`. */
function whoIs(name: string, domain: string): string {
  return name === ANYONE || name.includes('@') ? name : `${name}@${domain}`;
}
