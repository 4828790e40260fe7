/** Mistakes with transfer encodings: what is decoded and encoded again is not what came (RFC 2045 §6). */

import { COMMON } from '../smtp/tools';
import { defect, has, inBody, inHeader, inLeaves, type MimeDefect } from './tools';

const CODE = /=([0-9A-F]{2})/g;

/** Edits the bodies in this encoding, and names another one for them. */
function recoded(encoding: RegExp, edit: (body: string) => string, name?: string): (content: string) => string {
  return inLeaves((content) => {
    if (!has(content, 'Content-Transfer-Encoding', encoding)) return content;
    const named = name ? inHeader((header) => header.replace(ENCODING, `$1 ${name}`))(content) : content;
    return inBody(edit)(named);
  });
}

const ENCODING = /(^content-transfer-encoding:)[^\r\n]*/im;
const octet = (_: string, hex: string) => String.fromCharCode(Number.parseInt(hex, 16));

function rewrapped(body: string): string {
  const decoded = Buffer.from(body.replace(/[^A-Za-z0-9+/=]/g, ''), 'base64').toString('base64');
  const lines = decoded.match(/.{1,76}/g) ?? [];
  // In a multipart the last line break belongs to the boundary.
  return lines.join('\r\n') + (body.endsWith('\r\n') ? '\r\n' : '');
}

/** RFC 2045 §6.7, octets above 127 and the equals sign only. */
function quoted(body: string): string {
  return body.replace(/[\x80-\xff=]/g, (text) => `=${text.charCodeAt(0).toString(16).toUpperCase()}`);
}

export const encodings: readonly MimeDefect[] = [
  defect(
    'quoted-printable-decoded',
    'A body in quoted-printable is decoded and stored as 8bit.',
    'https://github.com/usrflo/DKIM-for-JavaMail/issues/5',
    recoded(/quoted-printable/i, (body) => body.replace(/[ \t]*=\r\n/g, '').replace(CODE, octet), '8bit'),
  ),
  defect(
    'base64-rewrapped',
    'Base64 is decoded and encoded again, in lines of 76.',
    'https://github.com/jstedfast/MimeKit/issues/596',
    recoded(/base64/i, rewrapped),
  ),
  defect(
    'base64-unwrapped',
    'Base64 is decoded and encoded again, in one line.',
    'https://github.com/lettre/lettre/pull/394',
    recoded(/base64/i, (body) => rewrapped(body).replace(/\r\n(?=.)/g, '')),
  ),
  defect(
    'unknown-encoding-emptied',
    'A body in a transfer encoding that is not known cannot be decoded, and becomes empty.',
    COMMON,
    recoded(/:\s*(?!7bit|8bit|binary|base64|quoted-printable)[\w-]/i, () => ''),
  ),
  defect(
    'eight-bit-encoded',
    'A body in 8bit is encoded in quoted-printable.',
    'https://github.com/PHPMailer/PHPMailer/issues/1197',
    recoded(/8bit/i, quoted, 'quoted-printable'),
  ),
  defect(
    'text-converted-to-utf-8',
    'Text in quoted-printable and ISO 8859-1 becomes UTF-8.',
    COMMON,
    inLeaves((content) =>
      has(content, 'Content-Type', /iso-8859-1/i) && has(content, 'Content-Transfer-Encoding', /quoted-printable/i)
        ? recoded(/quoted-printable/i, (body) =>
            body.replace(/=([89A-F][0-9A-F])/g, (_, hex: string) =>
              quoted(Buffer.from(octet('', hex), 'utf8').toString('latin1')),
            ),
          )(content.replace(/iso-8859-1/i, 'utf-8'))
        : content,
    ),
  ),
  defect(
    'binary-taken-for-text',
    'In a binary body every CR and LF that stands alone becomes CR LF.',
    'https://github.com/mikel/mail/issues/871',
    recoded(/binary/i, (body) => body.replace(/\r\n|\r|\n/g, '\r\n')),
  ),
  defect(
    'nul-in-binary-replaced',
    'In a binary body every NUL becomes a space.',
    'https://github.com/inflex/ripMIME/issues/17',
    recoded(/binary/i, (body) => body.replaceAll('\0', ' ')),
  ),
];
