/** Mistakes with how old messages are and when they were saved (RFC 5032, RFC 8514), and with how large they may be (RFC 7889). */

import { no } from '../../reference-server/imap/refusal';
import type { OtherKey } from '../../reference-server/imap/search/keys';
import { formatDateTime } from '../../reference-server/imap/syntax/dates';
import type { Message } from '../../reference-server/store/types';
import { replacing } from './responses';
import { account, COMMON, defect, type ImapDefect, refusing, retyping, selected } from './tools';

const SEARCHES = ['SEARCH', 'UID SEARCH'];
const DAY = 86_400;
const SAVED = /SAVEDATE "[^"]*"/;

/** Searches by another number of seconds. */
const intervals = (edit: (seconds: number) => number) =>
  retyping(SEARCHES, (text) =>
    text.replace(/\b(OLDER|YOUNGER) (\d+)/gi, (_all, word, number) => `${word} ${Math.max(1, edit(Number(number)))}`),
  );

/** Judges messages otherwise by a key that an extension brings. */
function judging(words: RegExp, as: (message: Message) => Message) {
  return selected((right) => ({
    test(leaf) {
      const test = right.test(leaf);
      if (leaf.kind !== 'other' || !words.test((leaf satisfies OtherKey).word)) return test;
      return { ...test, fits: (one) => test.fits({ ...one, message: () => as(one.message()) }) };
    },
  }));
}

export const ages: readonly ImapDefect[] = [
  defect(
    'within-counts-days',
    'OLDER and YOUNGER count days.',
    COMMON,
    intervals((number) => number * DAY),
  ),
  defect(
    'within-local-time',
    'Internal dates are taken for dates of a zone twelve hours away.',
    COMMON,
    judging(/^(OLDER|YOUNGER)$/, (message) => ({ ...message, internalDate: message.internalDate - (DAY / 2) * 1000 })),
  ),
  defect(
    'within-milliseconds',
    'OLDER and YOUNGER count milliseconds.',
    COMMON,
    intervals((number) => Math.floor(number / 1000)),
  ),
  defect(
    'within-the-other-way',
    'OLDER finds what is younger, and YOUNGER what is older.',
    COMMON,
    retyping(SEARCHES, (text) =>
      text.replace(/\b(OLDER|YOUNGER)\b/gi, (word) => (/^o/i.test(word) ? 'YOUNGER' : 'OLDER')),
    ),
  ),
  defect(
    'within-sent',
    'OLDER and YOUNGER go by the Date field.',
    COMMON,
    judging(/^(OLDER|YOUNGER)$/, (message) => ({ ...message, internalDate: Date.UTC(2019, 0) })),
  ),
  defect(
    'within-of-ten-digits',
    'An interval of ten digits is a syntax error.',
    COMMON,
    retyping(SEARCHES, (text) => text.replace(/\b(OLDER|YOUNGER) \d{10}/gi, '$1 x')),
  ),
  defect(
    'within-in-capitals',
    'OLDER and YOUNGER are known in capitals alone.',
    COMMON,
    retyping(SEARCHES, (text) => text.replace(/\b(older|younger)\b/g, 'x$1')),
  ),
  defect(
    'within-unknown',
    'WITHIN is announced, and its keys are not known.',
    'https://github.com/rnwood/smtp4dev/issues/1754',
    retyping(SEARCHES, (text) => text.replace(/\b(older|younger)\b/gi, 'x$1')),
  ),
  defect(
    'within-takes-anything',
    'What is no interval is taken for a second.',
    COMMON,
    retyping(SEARCHES, (text) => text.replace(/\b(OLDER|YOUNGER)(?: 0| -1| 1d|)$/i, '$1 1')),
  ),
  defect(
    'savedate-is-internal-date',
    'The save date is the internal date.',
    COMMON,
    judging(/^SAVED/, (message) => ({ ...message, saveDate: message.internalDate })),
  ),
  defect('savedate-of-now', 'The save date is when it is asked for.', COMMON, {
    out: (response) => response.replace(SAVED, `SAVEDATE ${formatDateTime(Date.now(), 0)}`),
  }),
  defect('savedate-untold', 'FETCH (SAVEDATE) is answered without it.', COMMON, {
    out: (response) => response.replace(SAVED, 'UID 1'),
  }),
  defect(
    'savedate-before-is-since',
    'SAVEDBEFORE finds what SAVEDSINCE should, and the other way round.',
    COMMON,
    retyping(SEARCHES, (text) =>
      text.replace(/SAVED(BEFORE|SINCE)/g, (word) => (word === 'SAVEDBEFORE' ? 'SAVEDSINCE' : 'SAVEDBEFORE')),
    ),
  ),
  defect(
    'savedate-of-copies',
    'A copy has the save date of what it was copied from, and that has its internal date.',
    COMMON,
    judging(/^SAVED(BEFORE|SINCE|ON)$/, (message) =>
      message.uid > 2 ? { ...message, saveDate: message.internalDate } : message,
    ),
  ),
  defect(
    'savedate-supported-by-some',
    'SAVEDATESUPPORTED is asked for each message anew, and holds for the first one alone.',
    'https://github.com/apache/james-project/pull/1353',
    retyping(SEARCHES, (text) => text.replace('SAVEDATESUPPORTED NOT SAVEDATESUPPORTED', '1 NOT DELETED')),
  ),
  defect(
    'savedate-without-fallback',
    'Save dates are said not to be kept, and are searched all the same.',
    COMMON,
    retyping(SEARCHES, (text) => text.replace(/NOT SAVEDATESUPPORTED/g, 'ALL')),
  ),
  defect(
    'append-limit-of-status-zero',
    'STATUS tells the limit 0 where another is announced.',
    'https://github.com/foxcpp/maddy/issues/788',
    replacing(/APPENDLIMIT \d+/, 'APPENDLIMIT 0'),
  ),
  defect(
    'append-limit-not-in-status',
    'APPENDLIMIT is announced, and STATUS does not know it.',
    'https://github.com/cyrusimap/cyrus-imapd/pull/5416',
    retyping(['STATUS', 'LIST'], (text) => text.replace(/appendlimit/i, 'X$&')),
  ),
  defect(
    'append-limit-not-in-list',
    'LIST leaves APPENDLIMIT out.',
    COMMON,
    account((right) => ({
      status(mailbox, items) {
        const { APPENDLIMIT: _, ...others } = right.status(mailbox, items);
        return right.session.current?.name === 'LIST' ? others : right.status(mailbox, items);
      },
    })),
  ),
  defect(
    'append-limit-in-capitals',
    'STATUS knows APPENDLIMIT in capitals alone.',
    COMMON,
    retyping(['STATUS'], (text) => text.replace('appendLimit', 'x')),
  ),
  defect(
    'append-limit-untold',
    'What is too large is refused without TOOBIG.',
    COMMON,
    refusing('all', ['TOOBIG'], (_session, _call, { message }) => no(message)),
  ),
];
