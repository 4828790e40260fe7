/** A part of a report, as MIME has it (RFC 2045). */

import { isEightBit } from '../eight-bit';

export interface Part {
  readonly type: string;
  readonly octets: Buffer;
}

/** How octets beyond ASCII go: as they are, or in base64 where nobody knows what the way takes (RFC 6533 §4.5). */
export type Wide = '8bit' | 'base64';

export function writePart({ type, octets }: Part, wide: Wide): Buffer {
  const encoding = encodingOf({ type, octets }, wide);
  const header = [`Content-Type: ${type}`];
  // RFC 2045 §6.2: what is not said to be more is 7bit.
  if (encoding !== '7bit') header.push(`Content-Transfer-Encoding: ${encoding}`);
  const body = encoding === 'base64' ? Buffer.from(octets.toString('base64').replace(/.{76}(?=.)/g, '$&\r\n')) : octets;
  return Buffer.concat([Buffer.from(`${header.join('\r\n')}\r\n\r\n`), body]);
}

/** RFC 2046 §5.2.1: message/rfc822 has no encoding; what has eight bits in it stays so. */
export function encodingOf({ type, octets }: Part, wide: Wide): '7bit' | Wide {
  if (!isEightBit(octets)) return '7bit';
  return type.startsWith('message/rfc822') ? '8bit' : wide;
}
