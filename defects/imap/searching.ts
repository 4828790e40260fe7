/** Mistakes with SEARCH, ESEARCH and saved results (RFC 9051 §6.4.4, RFC 4731, RFC 5182). */

import { RIGHT } from '../../reference-server/imap/choices';
import type { ImapHook } from '../../reference-server/imap/hooks';
import { bad } from '../../reference-server/imap/refusal';
import { parseDate } from '../../reference-server/mime/date';
import { allTexts } from '../../reference-server/mime/text';
import { replacing } from './responses';
import { after, around, COMMON, choosing, defect, type ImapDefect, parsing, refusing, said, selected } from './tools';

const SEARCHES = ['SEARCH', 'UID SEARCH'];

/** Takes no search with such a word in it. */
function ignorant(of: RegExp): ImapHook {
  return around(SEARCHES, async (_session, call, next) => {
    if (of.test(said(call))) throw bad('SEARCH knows nothing of that');
    return next();
  });
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
  defect('search-body-includes-header', 'BODY looks at the header too.', COMMON, choosing({ bodyTexts: allTexts })),
  defect(
    'header-empty-string',
    'HEADER with an empty string finds nothing.',
    'https://github.com/mscdex/node-imap/issues/770',
    choosing({
      finds: (text, wanted) => wanted !== '' && text.includes(wanted),
    }),
  ),
  defect(
    'search-or-takes-all',
    'OR fits all messages.',
    'https://github.com/hmailserver/hmailserver/issues/149',
    choosing({ or: () => true }),
  ),
  defect('search-undraft-missing', 'UNDRAFT is unknown.', COMMON, ignorant(/\bUNDRAFT\b/i)),
  defect('unkeyword-is-keyword', 'UNKEYWORD is KEYWORD.', COMMON, choosing({ keywordFits: (has) => has })),
  defect(
    'larger-or-equal',
    'LARGER takes the size itself too.',
    'https://github.com/emersion/go-imap/issues/298',
    choosing({
      sizeFits: (order, size, octets) => (order === 'larger' ? size >= octets : size < octets),
    }),
  ),
  defect(
    'smaller-or-equal',
    'SMALLER takes the size itself too.',
    'https://github.com/emersion/go-imap/issues/298',
    choosing({
      sizeFits: (order, size, octets) => (order === 'larger' ? size > octets : size <= octets),
    }),
  ),
  defect(
    'since-excludes-day',
    'SINCE leaves out the day itself.',
    COMMON,
    choosing({
      dayFits: (day, order, wanted) =>
        order === 'since' ? day !== undefined && day > wanted : RIGHT.dayFits(day, order, wanted),
    }),
  ),
  defect(
    'search-date-in-utc',
    'Days of the internal date are those of UTC.',
    'https://github.com/moralmunky/Home-Assistant-Mail-And-Packages/issues/315',
    choosing({ ownZone: false }),
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
    choosing({
      results: (session, uids) => RIGHT.results(session, uids, false),
    }),
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
        save(uids) {
          savedByUid = right.session.current?.uid === true;
          right.save(uids);
        },
        named: (set, byUid) => (set === '$' && byUid !== savedByUid ? [] : right.named(set, byUid)),
      };
    }),
  ),
  defect('searchres-not-renumbered', 'EXPUNGE empties $.', COMMON, {
    ...after(['EXPUNGE'], (session) => session.selected?.save([])),
  }),
  defect(
    'searchres-pipelined',
    '$ is not filled yet when the next command comes along.',
    COMMON,
    selected((right) => ({ save: (uids) => void setImmediate(() => right.save(uids)) })),
  ),
  defect('searchres-survives-select', 'SELECT does not empty $.', COMMON, {
    ...around(['SELECT', 'EXAMINE'], async (session, _call, next) => {
      const saved = session.selected?.named('$', true) ?? [];
      const done = await next();
      session.selected?.save(saved);
      return done;
    }),
  }),
];
