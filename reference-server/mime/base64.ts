const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const PAD = 0x3d;

const VALUES = new Int8Array(256).fill(-1);
for (let i = 0; i < 64; i++) VALUES[ALPHABET.charCodeAt(i)] = i;

/**
 * Decodes base64 as RFC 2045 §6.8 asks: characters outside of the alphabet are passed over; padding ends a quantum, and what
 * follows it (two encoded texts put together) is decoded too; an unfinished quantum gives the octets that it has whole.
 */
export function decodeBase64(encoded: Buffer): Buffer {
  const octets = Buffer.allocUnsafe(Math.ceil((encoded.length * 3) / 4));
  let length = 0;
  let bits = 0;
  let held = 0;
  for (let i = 0; i < encoded.length; i++) {
    const character = encoded[i]!;
    const value = VALUES[character]!;
    if (value >= 0) {
      held = ((held << 6) | value) & 0xffffff;
      bits += 6;
      if (bits >= 8) {
        bits -= 8;
        octets[length++] = held >> bits;
      }
    } else if (character === PAD) {
      bits = 0;
    }
  }
  return octets.subarray(0, length);
}
