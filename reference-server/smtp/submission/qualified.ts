/** Domains that are whole: a server for users lets no abbreviation out (RFC 6409 §4.2). */

import type { Directory } from '../../auth/directory';
import type { Path } from '../../delivery/mail';
import { type Reply, reply } from '../../delivery/reply';

/** RFC 6409 §4.2: 554 for all of them; RFC 3463 §3.2 tells sender and recipient apart. */
const UNQUALIFIED = {
  MAIL: reply(554, '5.1.8', 'The domain of the sender is not fully qualified'),
  RCPT: reply(554, '5.1.2', 'The domain of the recipient is not fully qualified'),
} as const;

/** What refuses the path, if anything does: nothing is completed by guessing. A domain of one's own is known to be whole. */
export function unqualified(verb: keyof typeof UNQUALIFIED, path: Path, directory: Directory): Reply | undefined {
  return path.domain === '' || isQualified(path.domain) || directory.isLocal(path.domain)
    ? undefined
    : UNQUALIFIED[verb];
}

/** Whether it has more than one label, or is an address literal. */
export function isQualified(domain: string): boolean {
  return domain.startsWith('[') || domain.includes('.');
}
