/** Mailbox names as IMAP4rev1 writes them (RFC 3501 §5.1.3): printable ASCII is itself, `&` is `&-`, the rest UTF-16 in base64. */

/** A Unicode name in modified UTF-7. */
export function encodeUtf7(name: string): string {
  return name.replace(/&|[^\x20-\x7e]+/g, (run) => {
    if (run === '&') return '&-';
    const utf16 = Buffer.from(run, 'utf16le').swap16();
    return `&${utf16.toString('base64').replace(/=+$/, '').replaceAll('/', ',')}-`;
  });
}

/** The Unicode name; undefined where the text is no modified UTF-7, or not the one way in which the name is written. */
export function decodeUtf7(text: string): string | undefined {
  if (/[^\x20-\x7e]/.test(text)) return undefined;
  const name = text.replace(/&([^-]*)(-?)/g, (run, base64: string, end: string) => {
    if (end === '') return '\ufffd';
    if (base64 === '') return '&';
    const octets = Buffer.from(base64.replaceAll(',', '/'), 'base64');
    return octets.length % 2 === 0 ? octets.swap16().toString('utf16le') : run;
  });
  // Whatever is odd (unpaired surrogates, superfluous shifts, encoded ASCII, lost bits) does not come back the same.
  return !/\p{Surrogate}/u.test(name) && encodeUtf7(name) === text ? name : undefined;
}
