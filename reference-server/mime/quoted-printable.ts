import { CR, LF, SP, TAB } from './octets';

const EQUALS = 0x3d;

/**
 * Decodes quoted-printable (RFC 2045 §6.7): soft line breaks vanish, white space at the end of an encoded line too (rule 3), `=`
 * that begins nothing known stays as it is.
 */
export function decodeQuotedPrintable(encoded: Buffer): Buffer {
  const octets = Buffer.allocUnsafe(encoded.length);
  let length = 0;
  // Octets from here on are text, so white space before it stays.
  let kept = 0;
  for (let i = 0; i < encoded.length; i++) {
    const octet = encoded[i]!;
    if (octet === LF || (octet === CR && encoded[i + 1] === LF)) {
      while (length > kept && (octets[length - 1] === SP || octets[length - 1] === TAB)) length--;
      octets[length++] = octet;
      kept = length;
    } else if (octet !== EQUALS) {
      octets[length++] = octet;
    } else {
      const soft = softBreak(encoded, i + 1);
      const value = soft > 0 ? -1 : hexPair(encoded, i + 1);
      if (soft > 0) {
        i += soft;
      } else if (value >= 0) {
        octets[length++] = value;
        i += 2;
      } else {
        octets[length++] = EQUALS;
      }
      kept = length;
    }
  }
  return octets.subarray(0, length);
}

/** How many octets after the `=` a soft line break takes: white space, then a line end or the end of all; 0 for none. */
function softBreak(encoded: Buffer, at: number): number {
  let end = at;
  while (encoded[end] === SP || encoded[end] === TAB) end++;
  if (end >= encoded.length) return end - at || 1;
  if (encoded[end] === CR && encoded[end + 1] === LF) return end + 2 - at;
  return encoded[end] === LF ? end + 1 - at : 0;
}

function hexPair(encoded: Buffer, at: number): number {
  const high = hexDigit(encoded[at]);
  const low = hexDigit(encoded[at + 1]);
  return high < 0 || low < 0 ? -1 : high * 16 + low;
}

/** Lower case is wrong (RFC 2045 §6.7) and read all the same. */
function hexDigit(octet: number | undefined): number {
  if (octet === undefined) return -1;
  if (octet >= 0x30 && octet <= 0x39) return octet - 0x30;
  const upper = octet & 0xdf;
  return upper >= 0x41 && upper <= 0x46 ? upper - 0x37 : -1;
}
