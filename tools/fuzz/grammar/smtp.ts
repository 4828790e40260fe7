/** RFC 5321 §4.1: commands, paths and parameters. */
import { CRLF, letters, maybe, number, octet, one, seq, some, type Text } from './text';

const atom = one('a', 'bob', 'alice', 'postmaster', "o'hara+tag", '{x}', 'caf\xc3\xa9', letters('ab-._', 8, 1));
const quoted = seq('"', some(one('a', ' ', '\\"', '\\\\', '>', '@', '.', '<', ','), 5), '"');
const label = one('example', 'test', 'xn--nxasmq6b', 'a-b', '\xc3\xbc', '-', letters('ab1-', 64, 1));
const domain = one('example.test', 'elsewhere.test', some(label, 4, '.'));
const literal = one(
  '[127.0.0.1]',
  '[IPv6:::1]',
  '[IPv6:fe80::1%1]',
  '[256.0.0.1]',
  '[tag:x]',
  seq('[', some(octet, 6), ']'),
);
const host = one(domain, domain, literal);
const mailbox = seq(one(some(atom, 3, '.'), quoted), '@', host);
const route = seq(some(seq('@', domain), 3, ','), ':');
export const path = one(
  '<>',
  '<Postmaster>',
  '<bob@example.test>',
  seq('<', mailbox, '>'),
  seq('<', maybe(route), mailbox, '>'),
);
const xtext = some(one('a', '+2B', '+3D', '+', '=', '+2b', 'x+40y'), 4);
const parameter = one(
  'BODY=8BITMIME',
  'BODY=BINARYMIME',
  'SMTPUTF8',
  'RET=HDRS',
  'AUTH=<>',
  'NOTIFY=NEVER',
  'NOTIFY=SUCCESS,FAILURE',
  'X-Y',
  seq('SIZE=', number),
  seq('ENVID=', xtext),
  seq('ORCPT=rfc822;', xtext),
  seq('ORCPT=utf-8;\\x{', letters('0123456789ABCDEF', 8), '}'),
  seq('AUTH=', xtext),
);
const parameters = some(seq(' ', parameter), 3);
export const command = one(
  seq(one('MAIL FROM:', 'mail from:', 'MAIL FROM: ', 'RCPT TO:', 'RCPT TO:'), path, parameters),
  seq(one('EHLO ', 'HELO ', 'LHLO '), host),
  seq(one('VRFY ', 'EXPN ', 'HELP ', 'ETRN ', 'NOOP '), one(mailbox, atom)),
  one(
    'RSET',
    'NOOP',
    'QUIT',
    'DATA',
    'STARTTLS',
    'AUTH PLAIN',
    'AUTH PLAIN =',
    'AUTH LOGIN',
    'AUTH SCRAM-SHA-256',
    'BURL x',
    '',
  ),
);
export const WORDS = [
  'MAIL FROM:',
  'RCPT TO:',
  'DATA\r\n',
  'BDAT 3\r\n',
  'BDAT 0 LAST\r\n',
  'EHLO a\r\n',
  'RSET\r\n',
  '\r\n.\r\n',
  '\n.\n',
  '\n.\r\n',
  '\r.\r',
  ' SIZE=',
  '<',
  '>',
  '<>',
  '"@"',
];

const line = seq(command, CRLF);
const content = some(
  one(
    'Subject: a\r\n',
    '\r\n',
    '.',
    '..',
    '\r\n.\r\n',
    'text',
    '\n',
    '\r',
    '\0',
    '\xff',
    'From: <a@b>\r\n',
    'Received: x\r\n',
  ),
  10,
);
const envelope = 'MAIL FROM:<a@example.test>\r\nRCPT TO:<bob@example.test>\r\n';
const data = seq(one(envelope, ''), 'DATA\r\n', content, '\r\n.\r\n');
const chunk = one(
  'BDAT 0 LAST\r\n',
  'BDAT 3\r\nabc',
  'BDAT 5 LAST\r\na\r\n.b',
  seq('BDAT ', number, maybe(' LAST'), CRLF, content),
);
const chunks = seq(one(envelope, ''), some(chunk, 3));
const login = one(
  'AUTH PLAIN AGJvYgBzZWNyZXQ=\r\n',
  'AUTH LOGIN\r\nYm9i\r\n*\r\n',
  'AUTH PLAIN\r\n*\r\n',
  'AUTH CRAM-MD5\r\n=\r\n',
);
/** All that one client says. */
export const session: Text = seq(
  one('EHLO me.test\r\n', 'LHLO me.test\r\n', 'HELO me.test\r\n', line),
  some(one(line, line, line, data, chunks, login), 8),
  maybe('QUIT\r\n'),
);

const text = one('ok', '2.0.0 fine', 'SIZE 1000', 'AUTH PLAIN LOGIN', '', letters('ab ', 20), octet);
const code = one('250', '220', '354', '421', '550', '503', '199', '600', '25', '2500');
/** What a server answers (RFC 5321 §4.2). */
export const replies = some(
  one(seq(code, one(' ', ' ', '-', ''), text, CRLF), '250-a\r\n250-b\r\n250 c\r\n', '250 ok\r\n', '354 go\r\n'),
  8,
);
