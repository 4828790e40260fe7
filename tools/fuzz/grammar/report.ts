/** Delivery status notifications: RFC 3464, RFC 6533. */
import { CRLF, letters, maybe, one, seq, some, type Text } from './text';

const address = one(
  'rfc822; bob@example.test',
  'utf-8; caf\\x{E9}@a',
  seq('utf-8;', letters('a\\x{EF19}', 9)),
  'bob@example.test',
  'rfc822;',
  ' ; ',
  'rfc822 ; a (comment)',
);
const field = one(
  'Reporting-MTA: dns; a',
  'Arrival-Date: x',
  'Original-Envelope-Id: 1',
  'Action: failed',
  'Status: 5.1.1 (no)',
  'Diagnostic-Code: smtp; 550 a (b)',
  ' folded',
  'nothing',
  seq(one('Final-Recipient: ', 'Original-Recipient: ', 'final-recipient:'), address),
);
const blocks = some(seq(some(seq(field, CRLF), 5), CRLF), 4);
const status = seq(
  'Content-Type: message/',
  one('delivery-status', 'global-delivery-status', 'x'),
  CRLF,
  maybe(seq('Content-Transfer-Encoding: ', one('base64', 'quoted-printable', 'x'), CRLF)),
  CRLF,
  blocks,
);
const boundary = one('boundary=b', 'boundary="b"', 'boundary="b\\"("', 'boundary=', 'boundary=b.*', '');
export const report: Text = seq(
  'Content-Type: multipart/report; ',
  one('report-type=delivery-status; ', ';', ''),
  boundary,
  '\r\n\r\n',
  some(seq(one('--b\r\n', '--b \r\n', '--b"(\r\n'), one(status, status, 'text\r\n')), 3),
  maybe('--b--\r\n'),
);
export const WORDS = [
  '\\x{FFFFFF}',
  'utf-8; ',
  '\r\n\r\n',
  '\r\n \r\n',
  'Content-Type: message/global-delivery-status',
  '=\r\n',
  '--b',
];
