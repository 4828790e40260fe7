/** A mail transaction (RFC 5321 §3.3): what MAIL, RCPT and BDAT have gathered so far. */

import type { Account } from '../store/types';
import type { Path } from './syntax/path';

export type Body = '7BIT' | '8BITMIME' | 'BINARYMIME';

export interface Recipient {
  path: Path;
  account: Account;
  /** RFC 3461 §4.1; undefined when it was not given. */
  notify?: readonly string[];
  /** RFC 3461 §4.2: address type and decoded address. */
  originalRecipient?: { type: string; address: string };
}

export interface Transaction {
  reversePath: Path;
  recipients: Recipient[];
  body: Body;
  /** RFC 6531: addresses and header may be UTF-8. */
  utf8: boolean;
  /** Octets that the client announced, or 0 (RFC 1870). */
  declaredSize: number;
  /** RFC 3461 §4.3 and §4.4. */
  returnContent?: 'FULL' | 'HDRS';
  envelopeId?: string;
  /** What BDAT brought so far; undefined before the first (RFC 3030). */
  chunks?: Buffer[];
  chunkOctets: number;
}

export function newTransaction(reversePath: Path): Transaction {
  return { reversePath, recipients: [], body: '7BIT', utf8: false, declaredSize: 0, chunkOctets: 0 };
}
