/** Messages as they should be: header fields (RFC 5322), MIME (RFC 2045-2047, 2231). */
import { CRLF, letters, maybe, number, octet, one, seq, some, type Text } from './text';

const word = one(
  'a',
  'Bob',
  '"q \\" s"',
  '=?utf-8?q?caf=C3=A9?=',
  '=?iso-8859-1*en?b?6Q==?=',
  '=?x?q??=',
  '=?utf-8?b?w6?=',
  '\xc3\xa9',
  letters('ab.-', 8, 1),
);
const gap = one(' ', '', '\r\n ', '(c)', '((n)\\))', '\t');
const spec = seq(word, gap, '@', one('example.test', '[1.2.3.4]', 'a . b', word));
const angle = seq(some(word, 3, ' '), gap, '<', maybe('@route,@two:'), spec, '>');
const mailbox = one(spec, angle, word);
const addresses = some(one(mailbox, mailbox, seq(word, ':', some(mailbox, 3, ','), ';'), ''), 5, ', ');
const clock = one('12:34', '12:34:60', '25:61:61', '1:2');
const date = seq(
  maybe('Mon, '),
  number,
  ' ',
  one('Jan', 'feb', 'Foo'),
  ' ',
  one('2024', '24', '99', '124', number),
  ' ',
  clock,
  ' ',
  one('+0000', '-2359', 'GMT', 'Z', '+99999', ''),
);
const name = one('boundary', 'charset', 'filename', 'filename*', 'filename*0', 'filename*1*', 'name*00', 'x');
const value = one('b', '"b"', '"a b"', "utf-8''%C3%A9", "''%", 'utf-8', '=?utf-8?q?a?=', letters('ab', 12));
const parameters = some(seq(one('; ', ';', ';\r\n\t'), name, one('=', ' = ', ''), value), 4);
const type = one(
  'text/plain',
  'multipart/mixed',
  'multipart/digest',
  'message/rfc822',
  'message/global',
  'application/x',
  'text',
  '/',
  'multipart/',
);

/** A field's value by itself. */
export const fieldValue: Text = one(addresses, addresses, date, seq(type, parameters), some(one(word, gap), 8));

const field: Text = seq(
  one(
    seq(one('From', 'To', 'cc', 'Sender', 'Reply-To', 'Bcc'), one(':', ' : '), addresses),
    seq('Date: ', date),
    seq('Subject: ', some(word, 4, ' ')),
    seq('Content-Type: ', type, parameters),
    seq('Content-Type: multipart/mixed; boundary=', one('b', '"b"', 'bb', '"b c"')),
    seq('Content-Transfer-Encoding: ', one('base64', 'quoted-printable', '7BIT', 'x')),
    seq('Content-Disposition: attachment', parameters),
    seq('Content-Language: ', some(word, 3, ', ')),
    'Content-ID: <a@b>',
    'Content-Location: a b',
    'Message-ID: <1@a>',
    'In-Reply-To: <1@a>',
    'no field',
    ' folded',
    '',
  ),
  CRLF,
);
const header = some(field, 6);
const line = one('text', '=C3=A9=', '=\t', 'w6k=', '--', '--b', '--b--', '--bb', '--b c', ' --b', '--b \t', octet);
const body = some(seq(line, one(CRLF, CRLF, '\n', '\r')), 10);
const part = seq(one('--b\r\n', '--bb\r\n'), header, CRLF, body);
export const message: Text = seq(header, one(CRLF, ''), body, some(part, 4), maybe('--b--\r\n'));
export const WORDS = [
  '--b\r\n',
  '--b--\r\n',
  'Content-Type: multipart/mixed; boundary=b\r\n\r\n',
  'Content-Type: message/rfc822\r\n\r\n',
  '=?utf-8?q?',
  '?=',
  '\r\n\r\n',
  '\r\n ',
];
