/** Mistakes with how FETCH is asked and answered, item by item (RFC 9051 §6.4.5, §7.5.2). */

import { bad } from '../../reference-server/imap/refusal';
import { SIZE } from './fetching';
import { editing, replacing } from './responses';
import { around, COMMON, defect, type ImapDefect, retyping, said, selected } from './tools';

const FETCHES = ['FETCH', 'UID FETCH'];

export const items: readonly ImapDefect[] = [
  defect(
    'fetch-list-only',
    'What is fetched must stand in parentheses.',
    'https://github.com/greenmail-mail-test/greenmail/issues/104',
    around(FETCHES, async (_session, call, next) => {
      if (!/^ \S+ \(/.test(said(call))) throw bad('Where is the list?');
      return next();
    }),
  ),
  defect(
    'fetch-first-item-only',
    'Of several items the first is answered.',
    COMMON,
    retyping(FETCHES, (text) => text.replace(/^( \S+ \()([A-Z.\d]+) [^[\]]*\)$/i, '$1$2)')),
  ),
  defect(
    'macro-fast-without-size',
    'FAST gives no RFC822.SIZE.',
    COMMON,
    retyping(FETCHES, (text) => text.replace(/(?<= )FAST$/i, '(FLAGS INTERNALDATE)')),
  ),
  defect(
    'rfc822-named-body',
    'RFC822 is answered as BODY[].',
    COMMON,
    replacing(/(?<=^\* \d+ FETCH \((?:[^\0]*[ ])?)RFC822(?= )/, 'BODY[]'),
  ),
  defect(
    'size-with-flags',
    'RFC822.SIZE counts the flags, which are kept with the message.',
    COMMON,
    editing((response, { selected: mailbox }) =>
      response.replace(SIZE, (told, start, number, size) => {
        const flags = mailbox?.message(mailbox.uids[number - 1]!)?.flags ?? 0;
        return flags === 0 ? told : `${start}${Number(size) + `Status: ${flags}\r\n`.length}`;
      }),
    ),
  ),
  defect(
    'missing-part-crash',
    'A part that a message has not got ends the server.',
    'https://github.com/cyrusimap/cyrus-imapd/issues/1577',
    selected((right) => ({
      octets(message, item) {
        const octets = right.octets(message, item);
        if (octets === null) right.session.connection.destroy();
        return octets;
      },
    })),
  ),
];
