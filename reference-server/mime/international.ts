/** Which headers need a reader that takes UTF-8 (RFC 6532 §3). */

import { isAscii, isUtf8 } from 'node:buffer';

/** Beyond ASCII and valid UTF-8; other octets beyond ASCII are not text, and nothing that a client could switch on would help. */
export function isInternational(header: Buffer): boolean {
  return !isAscii(header) && isUtf8(header);
}
