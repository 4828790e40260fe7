/** Content as DATA carries it. */

const DOT = Buffer.from('.');

/**
 * A line that begins with a dot gets another one, and a line with a single dot ends it all (RFC 5321 §4.5.2). A last line that is not
 * ended is: there is no other way to say it.
 */
export function stuffed(content: Buffer): Buffer {
  const pieces: Buffer[] = [];
  let from = 0;
  if (content[0] === 0x2e) pieces.push(DOT);
  for (let at = content.indexOf('\r\n.'); at >= 0; at = content.indexOf('\r\n.', at + 2)) {
    pieces.push(content.subarray(from, at + 2), DOT);
    from = at + 2;
  }
  pieces.push(content.subarray(from));
  return Buffer.concat([...pieces, Buffer.from(isEnded(content) ? '.\r\n' : '\r\n.\r\n')]);
}

export function isEnded(content: Buffer): boolean {
  return content.length === 0 || content.subarray(-2).equals(Buffer.from('\r\n'));
}
