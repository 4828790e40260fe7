/**
 * Octets in a named charset as text. A name that nobody knows is read as UTF-8 where the octets are that, otherwise as
 * ISO 8859-1, so that a search finds at least the ASCII.
 */
export function decodeCharset(octets: Buffer, charset: string): string {
  const name = charset.trim().toLowerCase();
  if (name === '' || name === 'us-ascii' || name === 'ascii' || name === 'utf-8' || name === 'utf8')
    return guess(octets);
  const decoder = decoderFor(name);
  return decoder ? decoder.decode(octets) : guess(octets);
}

/** Whether text in this charset can be read (IMAP's SEARCH refuses others with BADCHARSET). */
export function knownCharset(charset: string): boolean {
  return /^(us-ascii|ascii)$/i.test(charset) || decoderFor(charset.trim().toLowerCase()) !== undefined;
}

function decoderFor(name: string): InstanceType<typeof TextDecoder> | undefined {
  try {
    return new TextDecoder(name);
  } catch {
    return undefined;
  }
}

function guess(octets: Buffer): string {
  const text = octets.toString('utf8');
  return text.includes('\ufffd') ? octets.toString('latin1') : text;
}
