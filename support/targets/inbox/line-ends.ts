import { NotApplicable } from '../../outcome';
import type { Unread } from './look';

const CR = 13;
const BARE_LF = /(?<!\r)\n/;

/**
 * A stored message with the line ends that it has on the wire: most stores keep LF alone. Octets that follow a CR stay.
 * @param sent what is looked for, where its octets are known: where LF ends lines, an LF that was one in it looks the same
 */
export function asOnTheWire(stored: Buffer, sent?: Buffer): Buffer | Unread {
  const message = Buffer.from(stored.toString('latin1').replace(/\r?\n/g, '\r\n'), 'latin1');
  if (sent === undefined || !BARE_LF.test(sent.toString('latin1'))) return message;
  if (stored[stored.indexOf('\n') - 1] === CR) return stored;
  const need = 'needs IMAP or POP3 to read by: its mail store keeps lines with LF, where a bare LF looks the same';
  return { why: new NotApplicable('line-ends-not-kept', need), message };
}
