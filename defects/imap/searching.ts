/** Mistakes with SEARCH, ESEARCH and saved results (RFC 9051 §6.4.4, RFC 4731, RFC 5182). */

import { bad } from '../../reference-server/imap/refusal';
import type { ImapSeams } from '../../reference-server/imap/seams';
import { dayFits } from '../../reference-server/imap/search/compile';
import type { Key } from '../../reference-server/imap/search/keys';
import { dayOf } from '../../reference-server/imap/syntax/dates';
import { parseDate } from '../../reference-server/mime/date';
import { replacing } from './responses';
import { after, around, COMMON, defect, type ImapDefect, parsing, refusing, retyping, said, selected } from './tools';

const SEARCHES = ['SEARCH', 'UID SEARCH'];
/** What was found, where there is no range in it. */
const FOUND = /^\* ESEARCH .* ALL ([\d,]+)\r\n/;

/** Takes no search with such a word in it. */
function ignorant(of: RegExp): ImapSeams {
  return around(SEARCHES, async (_session, call, next) => {
    if (of.test(said(call))) throw bad('SEARCH knows nothing of that');
    return next();
  });
}

/** Searches for something else than was asked for: `edit` is given every key, those within it first. */
function looking(edit: (key: Key) => Key): ImapSeams {
  const whole = (key: Key): Key => {
    if (key.kind === 'not') return edit({ ...key, key: whole(key.key) });
    if (key.kind === 'and' || key.kind === 'or') return edit({ ...key, keys: key.keys.map(whole) });
    return edit(key);
  };
  return selected((right) => ({ search: (key) => right.search(whole(key)) }));
}

export const searching: readonly ImapDefect[] = [
  defect(
    'search-case-sensitive',
    'Case counts.',
    'https://github.com/y10k/rims/issues/25',
    parsing(() => ({ fold: (text) => text })),
  ),
  defect(
    'search-undecoded',
    'Texts are searched as they are encoded.',
    'https://github.com/ProtonMail/gluon/pull/61',
    parsing(() => ({
      decodeWords: (value) => value,
      bodyText: (octets, part) => octets.toString('latin1', ...part.body),
    })),
  ),
  defect(
    'search-body-includes-header',
    'BODY looks at the header too.',
    COMMON,
    looking((key) => (key.kind === 'body' ? { ...key, kind: 'text' } : key)),
  ),
  defect(
    'header-empty-string',
    'HEADER with an empty string finds nothing.',
    'https://github.com/mscdex/node-imap/issues/770',
    looking((key) => ('text' in key && key.text === '' ? { kind: 'not', key: { kind: 'all' } } : key)),
  ),
  defect(
    'search-or-takes-all',
    'OR fits all messages.',
    'https://github.com/hmailserver/hmailserver/issues/149',
    looking((key) => (key.kind === 'or' ? { kind: 'all' } : key)),
  ),
  defect('search-undraft-missing', 'UNDRAFT is unknown.', COMMON, ignorant(/\bUNDRAFT\b/i)),
  defect(
    'unkeyword-is-keyword',
    'UNKEYWORD is KEYWORD.',
    COMMON,
    looking((key) => (key.kind === 'keyword' ? { ...key, set: true } : key)),
  ),
  defect(
    'larger-or-equal',
    'LARGER takes the size itself too.',
    'https://github.com/emersion/go-imap/issues/298',
    looking((key) => (key.kind === 'size' && key.order === 'larger' ? { ...key, octets: key.octets - 1 } : key)),
  ),
  defect(
    'smaller-or-equal',
    'SMALLER takes the size itself too.',
    'https://github.com/emersion/go-imap/issues/298',
    looking((key) => (key.kind === 'size' && key.order === 'smaller' ? { ...key, octets: key.octets + 1 } : key)),
  ),
  defect(
    'since-excludes-day',
    'SINCE leaves out the day itself.',
    COMMON,
    looking((key) => ('order' in key && key.order === 'since' ? { ...key, day: key.day + 1 } : key)),
  ),
  defect(
    'search-date-in-utc',
    'Days of the internal date are those of UTC.',
    'https://github.com/moralmunky/Home-Assistant-Mail-And-Packages/issues/315',
    selected((right) => ({
      test(leaf) {
        if (leaf.kind !== 'internal-day') return right.test(leaf);
        return { cost: 1, fits: (one) => dayFits(dayOf(one.message().internalDate, 0), leaf) };
      },
    })),
  ),
  defect(
    'sent-dates-in-utc',
    'Days of the Date field are those of UTC.',
    'https://github.com/cyrusimap/cyrus-imapd/issues/1252',
    parsing(() => ({
      sentDay: (value) => {
        const date = parseDate(value);
        return date ? Math.floor(date.time / 86_400_000) : undefined;
      },
    })),
  ),
  defect(
    'quoted-date-refused',
    'A date may not stand in quotes.',
    'https://github.com/emailjs/emailjs-imap-client/pull/42',
    ignorant(/"\d{1,2}-[A-Z]{3}-\d{4}"/i),
  ),
  defect(
    'bad-charset-bad',
    'An unknown charset is answered with BAD.',
    'https://github.com/greenmail-mail-test/greenmail/issues/329',
    refusing(SEARCHES, ['BADCHARSET'], () => bad('What charset?')),
  ),
  defect('search-nesting-crash', 'Many parentheses end the server.', 'https://github.com/dovecot/core/pull/282', {
    ...around(SEARCHES, async (session, { args }, next) => {
      if (args.rest.includes('('.repeat(50))) session.connection.destroy();
      return next();
    }),
  }),
  defect(
    'uid-search-sequence-numbers',
    'UID SEARCH answers with sequence numbers.',
    COMMON,
    selected((right) => ({ answered: (uids) => right.answered(uids, false) })),
  ),
  defect('esearch-unasked', 'ESEARCH comes without RETURN.', COMMON, {
    out: (response, _session, command) => {
      const found = /^\* SEARCH((?: \d+)*)\r\n$/.exec(response);
      if (!found) return response;
      return `${response}* ESEARCH (TAG "${command?.tag}") COUNT ${found[1]!.split(' ').length - 1}\r\n`;
    },
  }),
  defect(
    'esearch-without-uid',
    'The answer to UID SEARCH does not say UID.',
    'https://github.com/cyrusimap/cyrus-imapd/issues/1725',
    replacing(/^(\* ESEARCH \(TAG "[^"]*"\)) UID/, '$1'),
  ),
  defect(
    'esearch-empty-min',
    'MIN, MAX and ALL are 0 where nothing is found.',
    'https://github.com/Purelymail/purelymail-issues/issues/445',
    replacing(/^(\* ESEARCH \(TAG "[^"]*"\)(?: UID)?)(?! (?:MIN|MAX|ALL|COUNT [1-9]))/, '$1 MIN 0 MAX 0 ALL 0'),
  ),
  defect(
    'esearch-no-zero-count',
    'COUNT is left out where it is 0.',
    COMMON,
    replacing(/^(\* ESEARCH .*) COUNT 0(?=\r\n)/, '$1'),
  ),
  defect(
    'esearch-range-across-gap',
    'ALL is one range from the first to the last.',
    COMMON,
    replacing(/^(\* ESEARCH .* ALL \d+)[\d:,]*?[:,](\d+)(?= |\r\n)/, '$1:$2'),
  ),
  defect(
    'searchres-no-mapping',
    'What SEARCH saved is of no use to UID commands, and the other way round.',
    COMMON,
    selected((right) => {
      let savedByUid = false;
      return {
        keep(name, uids) {
          savedByUid = right.session.current?.uid === true;
          right.keep(name, uids);
        },
        named: (set, byUid) => (set === '$' && byUid !== savedByUid ? [] : right.named(set, byUid)),
      };
    }),
  ),
  defect('searchres-not-renumbered', 'EXPUNGE empties $.', COMMON, {
    ...after(['EXPUNGE'], (session) => session.selected?.keep('$', [])),
  }),
  defect(
    'searchres-pipelined',
    '$ is not filled yet when the next command comes along.',
    COMMON,
    selected((right) => ({ keep: (name, uids) => void setImmediate(() => right.keep(name, uids)) })),
  ),
  defect('searchres-survives-select', 'SELECT does not empty $.', COMMON, {
    ...around(['SELECT', 'EXAMINE'], async (session, _call, next) => {
      const saved = session.selected?.named('$', true) ?? [];
      const done = await next();
      session.selected?.keep('$', saved);
      return done;
    }),
  }),
  defect('search-nots-crash', 'Many times NOT ends the server.', COMMON, {
    ...around(SEARCHES, async (session, { args }, next) => {
      if (args.rest.includes('NOT '.repeat(50))) session.connection.destroy();
      return next();
    }),
  }),
  defect(
    'search-sets-seen',
    'SEARCH of what stands in messages sets \\Seen.',
    COMMON,
    after(SEARCHES, ({ selected: mailbox }, call) => {
      if (/\b(?:BODY|TEXT) /i.test(said(call))) mailbox?.see(mailbox.uids);
    }),
  ),
  defect(
    'unknown-return-ignored',
    'Result options that are unknown are passed over.',
    COMMON,
    retyping(SEARCHES, (text) => text.replace(/(?<=RETURN \([^)]*)X-[\w-]+ ?/gi, '')),
  ),
  defect('rev2-search-answer-of-rev1', 'With IMAP4rev2 enabled SEARCH answers as before.', COMMON, {
    out(response, { rev2 }, command) {
      const found = rev2 && command && !/RETURN/i.test(said(command)) ? FOUND.exec(response)?.[1] : undefined;
      return found === undefined ? response : `* SEARCH ${found.replaceAll(',', ' ')}\r\n`;
    },
  }),
];
