/** A stored message with the line ends that it has on the wire: most stores keep LF alone. Octets that follow a CR stay. */
export function withWireLineEnds(stored: Buffer): Buffer {
  const text = stored.toString('latin1');
  return Buffer.from(text.replace(/\r?\n/g, '\r\n'), 'latin1');
}
