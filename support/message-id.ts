/** A Message-ID of its own: two messages with the same one are the same message (RFC 5322 §3.6.4), which servers may drop. */

/** Puts `id` and a dot at the beginning of the Message-ID in the header; a message without one stays as it is. */
export function withOwnId(message: Buffer, id: string): Buffer {
  const headerEnd = message.indexOf('\r\n\r\n');
  const header = message.toString('latin1', 0, headerEnd < 0 ? message.length : headerEnd);
  const found = /^Message-ID[ \t]*:(?:[^<\r]|\r\n[ \t])*</im.exec(header);
  if (found === null) return message;
  const at = found.index + found[0].length;
  return Buffer.concat([message.subarray(0, at), Buffer.from(`${id}.`, 'latin1'), message.subarray(at)]);
}
