/** Strings as a client writes them into a command of IMAP. */

/** A quoted string (RFC 3501 §4.3). @param octets as a binary string */
export function quoted(octets: string): string {
  return `"${octets.replace(/["\\]/g, '\\$&')}"`;
}

/** The octets of a text's UTF-8, as a binary string: commands are built from octets. */
export function octetsOf(text: string): string {
  return Buffer.from(text, 'utf8').toString('latin1');
}
