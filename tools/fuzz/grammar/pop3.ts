/** RFC 1939 and its extensions. */
import { CRLF, letters, maybe, number, one, seq, some, type Text } from './text';

const argument = one(
  number,
  '1',
  '2',
  '-1',
  '1 0',
  '1 99999999999',
  'bob',
  'PLAIN',
  '=',
  'caf\xc3\xa9',
  letters('ab 1', 12),
);
export const command: Text = seq(
  one(
    'STAT',
    'LIST',
    'UIDL',
    'RETR',
    'DELE',
    'TOP',
    'NOOP',
    'RSET',
    'CAPA',
    'UTF8',
    'LANG',
    'STLS',
    'USER',
    'APOP',
    'list',
    'XTND',
    '',
  ),
  maybe(seq(' ', argument)),
  maybe(seq(' ', argument)),
);
export const WORDS = [
  'RETR 1\r\n',
  'DELE 2\r\n',
  'QUIT\r\n',
  'USER bob\r\n',
  'PASS secret\r\n',
  'AUTH PLAIN\r\n',
  '*\r\n',
  ' ',
];
const login = 'USER bob\r\nPASS secret\r\n';
const auth = one(
  'AUTH\r\n',
  'AUTH PLAIN AGJvYgBzZWNyZXQ=\r\n',
  'AUTH PLAIN\r\n*\r\n',
  'AUTH CRAM-MD5\r\n=\r\n',
  'AUTH X\r\n',
);
export const session: Text = seq(
  one(login, login, login, auth, ''),
  some(one(seq(command, CRLF), seq(command, CRLF), auth), 10),
  maybe('QUIT\r\n'),
);

const status = one('+OK', '-ERR', '+ ', '+OK text', '+OK 2 octets', '-ERR [IN-USE] x', '+', '+ok', '+OKAY', 'OK');
const line = one('', 'text', '.', '..', '...', '.x', 'From: a', '\xff', letters('ab.', 10));
/** What a server sends, with payloads or without. */
export const responses: Text = some(seq(status, CRLF, some(seq(line, CRLF), 5), maybe('.\r\n')), 4);
