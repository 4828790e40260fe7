const DOT_LINE = Buffer.from('\r\n.');
const END = Buffer.from('.\r\n');

/** A message as DATA carries it: a dot before every line that begins with one, the final dot (RFC 5321 §4.5.2). */
export function stuff(message: Buffer): Buffer {
  const parts: Buffer[] = message[0] === 46 ? [Buffer.from('.')] : [];
  let from = 0;
  for (let at = message.indexOf(DOT_LINE); at >= 0; at = message.indexOf(DOT_LINE, at + 2)) {
    parts.push(message.subarray(from, at + 2), Buffer.from('.'));
    from = at + 2;
  }
  parts.push(message.subarray(from));
  if (message.length > 0 && !message.subarray(-2).equals(Buffer.from('\r\n'))) parts.push(Buffer.from('\r\n'));
  return Buffer.concat([...parts, END]);
}
