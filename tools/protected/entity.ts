/** The two multiparts of RFC 1847. Texts are octets as Latin-1, lines with CRLF. */

export const lines = (...all: string[]) => all.map((line) => `${line}\r\n`).join('');

/** How a signature over these octets is made, and what the multipart says of it. */
export interface Signing {
  protocol: string;
  micalg: string;
  /** The second part: header, empty line, signature, without the last line end. */
  signature(part: string): string;
}

export function signed(
  { protocol, micalg, signature }: Signing,
  part: string,
  { boundary = 'cut', preamble, epilogue }: { boundary?: string; preamble?: string; epilogue?: string } = {},
): string {
  return (
    lines(`Content-Type: multipart/signed; protocol="${protocol}";`, ` micalg=${micalg}; boundary="${boundary}"`, '') +
    (preamble === undefined ? '' : lines(preamble, '')) +
    lines(`--${boundary}`, `${part}\r\n--${boundary}`, signature(part), `--${boundary}--`) +
    (epilogue === undefined ? '' : lines('', epilogue, '', ''))
  );
}

export const encrypted = (sealed: string) =>
  lines(
    'Content-Type: multipart/encrypted; protocol="application/pgp-encrypted";',
    ' boundary="cut"',
    '',
    '--cut',
    'Content-Type: application/pgp-encrypted',
    'Content-Description: PGP/MIME version identification',
    '',
    'Version: 1',
    '',
    '--cut',
    'Content-Type: application/octet-stream; name="encrypted.asc"',
    'Content-Disposition: inline; filename="encrypted.asc"',
    '',
    sealed,
    '--cut--',
  );

/** Octets in base64, in lines of 64, without the last line end. */
export const base64 = (octets: Buffer) => octets.toString('base64').replace(/.{64}(?=.)/g, '$&\r\n');
