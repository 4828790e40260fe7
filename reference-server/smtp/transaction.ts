/** A mail transaction (RFC 5321 §3.3): what MAIL, RCPT and BDAT have gathered so far. */

import type { Envelope, Path } from '../delivery/mail';

export interface Transaction extends Envelope {
  /** What BDAT brought so far; undefined before the first (RFC 3030). */
  chunks?: Buffer[];
  chunkOctets: number;
}

export function newTransaction(reversePath: Path): Transaction {
  return { reversePath, recipients: [], body: '7BIT', utf8: false, declaredSize: 0, chunkOctets: 0 };
}
