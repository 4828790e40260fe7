/** What is signed or encrypted: whatever programs on the way are known to change. Texts are octets as Latin-1, lines with CRLF. */
import { lines } from './entity';

const latin1 = (text: string) => Buffer.from(text, 'utf8').toString('latin1');

const plain = lines('Content-Type: text/plain; charset=us-ascii', '', 'Plain words, signed.');

/** Seven bits, and all that is easily broken in them: RFC 3156 §3 advises against some of it, and signers do it all the same. */
const fragile = lines(
  'content-type:text/plain;',
  '\tcharset=us-ascii;  format=fixed',
  'Content-Description: a field   with runs of  spaces,',
  '  folded',
  'Content-Transfer-Encoding: 7bit',
  '',
  'From the first line on every octet is signed.',
  '.',
  '..',
  '.a dot at the beginning',
  '-- ',
  '- -- a line that begins with a dash',
  'trailing spaces   ',
  'a tab at the end\t',
  'two  spaces,\ta tab, and a form feed \f',
  '>From a line that is quoted already',
  '=20 and =3D are no encoding here, =',
  'http://elsewhere.test/a?b=c&d=e',
  'x'.repeat(998),
  ' \t',
  '',
  'Bcc: somebody@elsewhere.test',
  '',
  'The end, and two empty lines.',
  '',
  '',
);

const eightBit = lines(
  'Content-Type: text/plain; charset=utf-8',
  'Content-Transfer-Encoding: 8bit',
  '',
  latin1('Grüße aus Köln, 世界 = 世界'),
  latin1(' ein Leerzeichen am Ende '),
);

/** Fields that a signer protects by repeating them here (RFC 9788). */
const repeated = lines(
  'Content-Type: text/plain; charset=us-ascii; hp="clear"',
  'From: Ann Author <ann@elsewhere.test>',
  'Subject: what the sender meant',
  'X-Note: said here as well',
  '',
  'Plain words, signed with their header.',
);

/** The line end before the delimiter is the delimiter's (RFC 2046 §5.1.1), and not signed. */
const unended = plain.slice(0, -2);

const parts = lines(
  'Content-Type: multipart/mixed; boundary="parts"',
  '',
  'A preamble that is signed.',
  '',
  '--parts ',
  '',
  'A part without a header.',
  '--parts',
  'Content-Type: text/html; charset=iso-8859-1',
  'Content-Transfer-Encoding: quoted-printable',
  '',
  '<p>Gr=FC=DFe, and=20',
  '=2Ea soft =',
  'break</p>',
  '--parts',
  'Content-Type: application/octet-stream; name="=?utf-8?Q?gr=C3=BCn?="',
  'Content-Disposition: attachment;',
  " filename*=utf-8''gr%C3%BCn.bin",
  'Content-Transfer-Encoding: BASE64',
  '',
  'AAEC',
  'AwQFBgcICQ==',
  '',
  '--parts--',
  'An epilogue that is signed.',
  '',
);

export const CONTENTS = { plain, fragile, eightBit, repeated, unended, parts };
