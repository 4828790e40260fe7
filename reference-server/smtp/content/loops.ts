/** Finding mail that goes round in circles (RFC 5321 §6.3). */

const FIELD = Buffer.from('\r\nreceived:');

/** How many Received fields the header has. */
export function receivedFields(content: Buffer): number {
  let count = startsWith(content, 0, 2) ? 1 : 0;
  for (let at = content.indexOf('\r\n'); at >= 0; at = content.indexOf('\r\n', at + 2)) {
    if (content[at + 2] === 13) break;
    if (startsWith(content, at, 0)) count++;
  }
  return count;
}

function startsWith(content: Buffer, at: number, from: number): boolean {
  for (let i = from; i < FIELD.length; i++) {
    const octet = content[at + i - from] ?? 0;
    if ((octet >= 65 && octet <= 90 ? octet + 32 : octet) !== FIELD[i]) return false;
  }
  return true;
}
