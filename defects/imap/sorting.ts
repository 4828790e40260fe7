/** Mistakes with SORT, and with what SORT and THREAD share (RFC 5256). */

import type { Ordered } from '../../reference-server/imap/order/ordered';
import type { ImapSeams } from '../../reference-server/imap/seams';
import { baseSubject } from '../../reference-server/mime/base-subject';
import { parseDate } from '../../reference-server/mime/date';
import { replacing, withholding } from './responses';
import { around, COMMON, defect, type ImapDefect, parsing, retyping, selected, withHead } from './tools';

const SORTS = ['SORT', 'UID SORT'];
const BOTH = [...SORTS, 'THREAD', 'UID THREAD'];

/** Sorts and threads by something else than what the messages are. */
function taking(as: (message: Ordered) => Ordered): ImapSeams {
  return selected((right) => ({
    sort: (key, criteria) =>
      right.sort(
        key,
        criteria.map(({ of, reverse }) => ({ of: (message) => of(as(message)), ...(reverse && { reverse }) })),
      ),
    thread: (key, threading) => right.thread(key, (messages) => threading(messages.map(as))),
  }));
}

export const sorting: readonly ImapDefect[] = [
  defect(
    'sort-subject-whole',
    'The subject is compared with its signs of answers.',
    COMMON,
    parsing(() => ({ baseSubject: (text) => ({ ...baseSubject(text), text }) })),
  ),
  defect(
    'sort-list-names-kept',
    'What stands in brackets before a subject stays.',
    COMMON,
    parsing(() => ({ baseSubject: (text) => (/\[(?!fwd:)/i.test(text) ? { text, reply: false } : baseSubject(text)) })),
  ),
  defect(
    'sort-passed-on-kept',
    'A subject in [Fwd: …] or before (fwd) stays as it is.',
    COMMON,
    parsing(() => ({
      baseSubject: (text) => (/fwd:?[\])\s]|\[fwd/i.test(text) ? { text, reply: false } : baseSubject(text)),
    })),
  ),
  defect(
    'sort-prefixes-of-words',
    'Whatever begins as Re or Fwd does is taken for an answer.',
    COMMON,
    parsing(() => ({ baseSubject: (text) => baseSubject(text.replace(/^(?:re|fwd)[a-z]*:? /i, 'Re: ')) })),
  ),
  defect(
    'sort-dates-as-written',
    'The date of sending is compared as it is written, whatever its zone.',
    COMMON,
    parsing(() => ({
      sentTime: (value) => {
        const date = parseDate(value);
        return date ? date.time + date.zone * 60_000 : undefined;
      },
    })),
  ),
  defect(
    'sort-dates-by-day',
    'Dates are compared by their days.',
    COMMON,
    taking((message) => {
      const day = (time: number) => Math.floor(time / 86_400_000);
      return { ...message, sent: day(message.sent), arrival: day(message.arrival) };
    }),
  ),
  defect(
    'sort-odd-dates-lost',
    'A date whose zone is none is no date at all.',
    COMMON,
    parsing((right) => ({
      sentTime: (value) => (/\+9|[A-Z]{3}$/.test(value) ? Date.UTC(1970, 0) : right.sentTime(value)),
    })),
  ),
  defect(
    'sort-sent-is-arrival',
    'DATE is when the message came.',
    COMMON,
    taking((message) => ({ ...message, sent: message.arrival })),
  ),
  defect(
    'sort-arrival-is-sent',
    'ARRIVAL is when the message was sent.',
    COMMON,
    taking((message) => ({ ...message, arrival: message.sent })),
  ),
  defect(
    'sort-undated-first',
    'A message without a date was sent before all others.',
    COMMON,
    taking((message) => (message.head.sent === undefined ? { ...message, sent: 0 } : message)),
  ),
  defect(
    'sort-sizes-as-text',
    'Sizes are compared digit by digit.',
    COMMON,
    taking((message) => ({ ...message, size: Number(`0.${message.size}`) })),
  ),
  defect(
    'sort-missing-last',
    'Messages without the field come last.',
    COMMON,
    taking((message) => {
      const { subject, from, to, cc } = message.head;
      return withHead(message, { subject: subject || '~', from: from || '~', to: to || '~', cc: cc || '~' });
    }),
  ),
  defect(
    'sort-first-criterion-only',
    'Only the first criterion counts.',
    COMMON,
    selected((right) => ({ sort: (key, criteria) => right.sort(key, criteria.slice(0, 1)) })),
  ),
  defect(
    'sort-last-criterion-first',
    'Criteria count from the last to the first.',
    COMMON,
    selected((right) => ({ sort: (key, criteria) => right.sort(key, [...criteria].reverse()) })),
  ),
  defect(
    'sort-unstable',
    'Messages that are equal come in any order.',
    COMMON,
    selected((right) => ({
      sort: (key, criteria) => right.sort(key, [...criteria, { of: ({ uid }) => -uid }]),
    })),
  ),
  defect(
    'sort-reverse-unheeded',
    'REVERSE does nothing.',
    COMMON,
    retyping(SORTS, (text) => text.replace(/reverse /gi, '')),
  ),
  defect(
    'sort-searches-all',
    'SORT sorts the whole mailbox, whatever was searched for.',
    COMMON,
    retyping(SORTS, (text) => text.replace(/(\) \S+) (?!NOSUCH).+$/i, '$1 ALL')),
  ),
  defect(
    'sort-numbers-for-uids',
    'UID SORT and UID THREAD answer with sequence numbers.',
    COMMON,
    selected((right) => ({ answered: (uids) => right.answered(uids, false) })),
  ),
  defect(
    'sort-nothing-untold',
    'Where nothing was found there is no SORT response.',
    COMMON,
    withholding(/^\* SORT\r\n/),
  ),
  defect(
    'sort-space-at-the-end',
    'A space stands behind each number.',
    COMMON,
    replacing(/^(\* SORT .*)\r\n/, '$1 \r\n'),
  ),
  defect(
    'sort-without-modseq',
    'SORT for MODSEQ tells no mod-sequence.',
    COMMON,
    replacing(/^(\* SORT.*) \(MODSEQ \d+\)/, '$1'),
  ),
  defect(
    'sort-case-of-names',
    'Names of criteria and algorithms are known in capitals alone.',
    COMMON,
    retyping(BOTH, (text) => (/^ [( ]*[A-Z]*[a-z]/.test(text) ? ' what' : text)),
  ),
  defect(
    'sort-charset-unheeded',
    'Any charset is taken, as if it were UTF-8.',
    COMMON,
    retyping(BOTH, (text) => text.replace('X-NO-SUCH-CHARSET', 'UTF-8')),
  ),
  defect(
    'sort-us-ascii-unknown',
    'The charset US-ASCII is not known.',
    COMMON,
    retyping(BOTH, (text) => text.replace('US-ASCII', 'X-NO-SUCH-CHARSET')),
  ),
  defect(
    'sort-arguments-guessed',
    'What is missing or unknown is filled in.',
    COMMON,
    retyping(BOTH, (text) => {
      const known = text
        .replace(/^ DATE/, ' (DATE)')
        .replace(/^ (\([^)]*\)|REFERENCES)$/, ' $1 UTF-8')
        .replace(/^ \((?:REVERSE|NOSUCH)?\)/, ' (DATE)')
        .replace(/^ NOSUCH/, ' REFERENCES');
      return known.replace(/NOSUCH$/, 'ALL').replace(/^( \S+ UTF-8)$/, '$1 ALL');
    }),
  ),
  defect(
    'sort-tells-expunges',
    'What others remove is told during SORT and THREAD.',
    COMMON,
    selected((right) => ({
      news: (expunges) => right.news(expunges || BOTH.includes(right.session.current?.name ?? '')),
    })),
  ),
  defect(
    'sort-without-a-mailbox',
    'SORT without a mailbox finds nothing.',
    COMMON,
    around(SORTS, async (session, call, next) => (session.selected ? next() : { text: `${call.name} completed` })),
  ),
];
