/** Whether there are octets beyond ASCII. A loop and no callback: messages are large. */
export function isEightBit(octets: Buffer): boolean {
  for (let at = 0; at < octets.length; at++) if (octets[at]! > 0x7f) return true;
  return false;
}
