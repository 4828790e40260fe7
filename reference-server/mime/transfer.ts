import { decodeBase64 } from './base64';
import { decodeQuotedPrintable } from './quoted-printable';

/** The encodings of RFC 2045 §6.2 that change nothing. */
const IDENTITY = ['7bit', '8bit', 'binary'];

/**
 * Undoes a Content-Transfer-Encoding (RFC 2045 §6).
 *
 * @param encoding in lower case
 * @returns undefined where the encoding is unknown
 */
export function decodeTransfer(octets: Buffer, encoding: string): Buffer | undefined {
  if (IDENTITY.includes(encoding)) return octets;
  if (encoding === 'base64') return decodeBase64(octets);
  return encoding === 'quoted-printable' ? decodeQuotedPrintable(octets) : undefined;
}
