/** Modified UTF-7 (RFC 3501 §5.1.3): the names that mailboxes have in IMAP, which some webmails have in their addresses. */

/** A name in its own letters as IMAP has it. */
export function encodeName(name: string): string {
  if (/^inbox$/i.test(name)) return 'INBOX';
  return name.replace(/&/g, '&-').replace(/[^\x20-\x7e]+/g, (run) => {
    const swapped = Buffer.from(run, 'utf16le').swap16();
    return `&${swapped.toString('base64').replace(/=+$/, '').replaceAll('/', ',')}-`;
  });
}

/** The letters of a name that IMAP has. */
export function decodeName(name: string): string {
  return name.replace(/&([A-Za-z0-9+,]*)-/g, (_, run: string) =>
    run === '' ? '&' : Buffer.from(run.replaceAll(',', '/'), 'base64').swap16().toString('utf16le'),
  );
}
