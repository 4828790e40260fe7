/** What is asked of mailbox names, whoever gives them; Unicode throughout. */

import { SEPARATOR } from '../../store/types';
import { no } from '../refusal';

/** Octets of UTF-8 in a name. */
const LONGEST_NAME = 1000;

/** The name that is meant: INBOX in any case is one, also as the first part of a longer name (RFC 9051 §5.1). */
export function canonical(name: string): string {
  return /^inbox(?:$|\/)/i.test(name) ? `INBOX${name.slice(5)}` : name;
}

/** Refuses a name that no mailbox shall have: nothing in it may do harm where names become paths, patterns or lines. */
export function checkNewName(name: string): void {
  if (name === '' || name.split(SEPARATOR).includes('')) throw no('A name has no empty parts', 'CANNOT');
  // Net-Unicode without controls and line separators (RFC 9051 §5.1); wildcards could not be listed by name.
  if (/[\p{Cc}\u2028\u2029%*]/u.test(name)) throw no('A name has no controls and no wildcards', 'CANNOT');
  if (Buffer.byteLength(name) > LONGEST_NAME) throw no('That name is too long', 'CANNOT');
}

/** Every name above one of these, the highest first for each. */
export function superiorsOf(names: Iterable<string>): Set<string> {
  const superiors = new Set<string>();
  for (const name of names) {
    for (let at = name.indexOf(SEPARATOR); at >= 0; at = name.indexOf(SEPARATOR, at + 1))
      superiors.add(name.slice(0, at));
  }
  return superiors;
}
