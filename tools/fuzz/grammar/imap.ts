/** RFC 9051 §9 and RFC 3501 §9: what a client may say, and what a server may. */
import { CRLF, letters, maybe, number, octet, one, seq, some, type Text } from './text';

const literal: Text = letters('ab"\\ \r\n(', 9).map((text) => `{${text.length}}\r\n${text}`);
const unasked: Text = letters('ab"\\ (', 9).map((text) => `{${text.length}+}\r\n${text}`);
const quoted = seq('"', some(one('a', ' ', '\\"', '\\\\', '%', '*', '&', '\xc3\xa9', '('), 6), '"');
const astring = one(
  'INBOX',
  'Work',
  'inbox',
  'a/b',
  '&AOk-',
  '&',
  '&-',
  '&Jjo!',
  'caf\xc3\xa9',
  '%',
  '*',
  'a%/*',
  quoted,
  literal,
  unasked,
  '~{3}\r\nabc',
  letters('ab/%*', 8),
);
const bound = one('1', '2', '*', number);
const set = one('1', '1:*', '*', '$', some(one(bound, seq(bound, ':', bound)), 4, ','));
const flag = one('\\Seen', '\\Deleted', '\\Recent', '\\Answered', '$Forwarded', 'keyword', '\\X', letters('ab$', 6));
const flags = one('()', seq('(', some(flag, 4, ' '), ')'), flag);
const date = one('1-Feb-2024', '31-Feb-2024', '"1-Jan-0001"', '00-Jan-9999', seq(number, '-Jan-', number));
const moment = one(
  '" 1-Feb-2024 12:34:56 +0000"',
  '"01-Jan-1970 24:00:00 -9999"',
  seq('"', some(one('1', ' ', '-', 'Jan', ':', '+'), 10), '"'),
);
const words = one(
  'HEADER',
  'TEXT',
  'MIME',
  'HEADER.FIELDS (Subject)',
  'HEADER.FIELDS.NOT (a b)',
  seq('HEADER.FIELDS (', some(astring, 3, ' '), ')'),
  '',
);
const numbers = some(one('1', '2', '0', number), 4, '.');
const section = seq('[', numbers, maybe('.'), words, ']', maybe(seq('<', number, maybe('.'), number, '>')));
const item = one(
  'FLAGS',
  'UID',
  'ENVELOPE',
  'BODYSTRUCTURE',
  'BODY',
  'INTERNALDATE',
  'RFC822.SIZE',
  'RFC822',
  'MODSEQ',
  'EMAILID',
  'ALL',
  'FAST',
  seq('BODY', section),
  seq('BODY.PEEK', section),
  seq('BINARY', section),
  seq('BINARY.SIZE', section),
);
const items = one(item, seq('(', some(item, 4, ' '), ')'));
const leaf = one(
  'ALL',
  'SEEN',
  'UNDELETED',
  'NEW',
  set,
  seq('UID ', set),
  seq(one('SUBJECT ', 'FROM ', 'BODY ', 'TEXT '), astring),
  seq('HEADER ', astring, ' ', astring),
  seq(one('SINCE ', 'SENTBEFORE ', 'ON '), date),
  seq(one('LARGER ', 'SMALLER '), number),
  seq('KEYWORD ', flag),
  seq('OR SEEN ', flag),
);
const key = one(
  leaf,
  leaf,
  seq('NOT ', leaf),
  seq('OR ', leaf, ' ', leaf),
  seq('(', some(leaf, 3, ' '), ')'),
  seq('NOT (OR ', leaf, ' (', leaf, '))'),
);
const search = seq(maybe('RETURN (MIN COUNT SAVE) '), maybe(seq('CHARSET ', astring, ' ')), some(key, 3, ' '));
const status = seq(
  '(',
  some(one('MESSAGES', 'UIDNEXT', 'UNSEEN', 'SIZE', 'DELETED', 'HIGHESTMODSEQ', 'X'), 4, ' '),
  ')',
);
const list = one(
  seq(astring, ' ', astring),
  seq('(SUBSCRIBED) ', astring, ' (', some(astring, 3, ' '), ') RETURN (CHILDREN STATUS ', status, ')'),
);
/** Arguments of one command or another. */
export const argument: Text = one(section, set, flags, date, moment, items, search, list, astring, status);

const append = seq(
  'APPEND ',
  astring,
  ' ',
  maybe(seq(flags, ' ')),
  maybe(seq(moment, ' ')),
  one(literal, unasked, '~{3}\r\nabc', '{0}\r\n', '{99999999999}\r\n'),
);
const command: Text = one(
  one(
    'NOOP',
    'CAPABILITY',
    'CHECK',
    'CLOSE',
    'UNSELECT',
    'EXPUNGE',
    'NAMESPACE',
    'IDLE\r\nDONE',
    'LOGOUT',
    'STARTTLS',
    'ID NIL',
    'ENABLE IMAP4rev2',
    'X',
  ),
  seq(one('SELECT ', 'EXAMINE ', 'CREATE ', 'DELETE ', 'SUBSCRIBE ', 'UNSUBSCRIBE '), astring),
  seq('RENAME ', astring, ' ', astring),
  seq(one('', 'UID '), 'FETCH ', set, ' ', items),
  seq(one('', 'UID '), 'STORE ', set, ' ', one('', '+', '-'), 'FLAGS', maybe('.SILENT'), ' ', flags),
  seq(one('', 'UID '), one('COPY ', 'MOVE '), set, ' ', astring),
  seq(one('', 'UID '), 'SEARCH ', search),
  seq(one('LIST ', 'LSUB '), list),
  seq('STATUS ', astring, ' ', status),
  seq('ID (', some(astring, 4, ' '), ')'),
  seq('UID EXPUNGE ', set),
  append,
  append,
  seq('AUTHENTICATE ', one('PLAIN', 'PLAIN =', 'PLAIN\r\n*', 'X')),
);
const tag = one('a', 'a1', '', '*', '+', 'a+b', letters('ab1', 4));
export const WORDS = [
  'a SELECT INBOX\r\n',
  'a FETCH 1:* ',
  'BODY[',
  ']<0.',
  '{3}\r\n',
  '{3+}\r\n',
  '~{',
  'LOGIN bob secret',
  'NIL',
  ' (',
  ') ',
  'a APPEND INBOX {5+}\r\n',
];
const login = 'l LOGIN bob secret\r\n';
const line = seq(tag, ' ', command, CRLF);
export const session: Text = seq(
  one(login, login, login, ''),
  one('s SELECT INBOX\r\n', 's EXAMINE INBOX\r\n', 'e ENABLE IMAP4rev2\r\ns SELECT INBOX\r\n', ''),
  some(line, 7),
  maybe('z LOGOUT\r\n'),
);

const value = one(
  'NIL',
  '1',
  'atom',
  '\\Seen',
  quoted,
  literal,
  '"',
  seq('BODY', section, ' ', literal),
  '(a (b) c)',
  '()',
  '((',
  '{3}',
  octet,
);
const values = some(one(value, seq('(', some(value, 4, ' '), ')')), 5, ' ');
const code = one(
  '',
  '[ALERT] ',
  '[UIDNEXT 4] ',
  '[PERMANENTFLAGS (\\Seen \\*)] ',
  '[X any text] ',
  '[',
  '[(]',
  '[BADCHARSET ({3}\r\nabc)] ',
);
/** What a server sends. */
export const responses: Text = some(
  seq(
    one(
      seq('* ', values),
      seq('* 1 FETCH (', values, ')'),
      seq(one('* ', 'a1 '), one('OK ', 'NO ', 'BAD ', 'BYE ', 'PREAUTH ', 'ok '), code, letters('ab [{}]1', 8)),
      '+ go',
      '+',
      '+x',
      '* 3 EXISTS',
      '* LIST (\\Noselect) "/" {3}\r\na/b',
      '',
    ),
    CRLF,
  ),
  6,
);
