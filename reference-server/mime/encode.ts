/** Content-Transfer-Encodings (RFC 2045 §6) of octets that cannot go as they are. */

/** Characters of a line, without its end (RFC 2045 §6.7 rule 5, §6.8). */
const LINE = 76;

export function encodeTransfer(octets: Buffer, encoding: 'quoted-printable' | 'base64'): Buffer {
  return Buffer.from(encoding === 'base64' ? base64(octets) : quotedPrintable(octets), 'latin1');
}

function base64(octets: Buffer): string {
  return octets.toString('base64').replace(/.{76}(?=.)/g, '$&\r\n');
}

/** Line ends that are CRLF stay such; a CR or LF that stands alone is an octet like others (RFC 2045 §6.7 rule 4). */
function quotedPrintable(octets: Buffer): string {
  return octets
    .toString('latin1')
    .split('\r\n')
    .map((line) => folded(line.replace(/[^\x20-\x3c\x3e-\x7e\t]|[ \t]$/g, hex)))
    .join('\r\n');
}

function hex(octet: string): string {
  return `=${octet.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`;
}

/** With soft line breaks, none of them within `=XX`. */
function folded(line: string): string {
  const lines: string[] = [];
  let rest = line;
  while (rest.length > LINE) {
    const escaped = rest.lastIndexOf('=', LINE - 2);
    const end = escaped > LINE - 4 ? escaped : LINE - 1;
    lines.push(`${rest.slice(0, end)}=`);
    rest = rest.slice(end);
  }
  return [...lines, rest].join('\r\n');
}
