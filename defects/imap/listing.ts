/** Mistakes with lists of mailboxes, their names and STATUS (RFC 9051 §5.1, §6.3.9 to §6.3.11). */

import type { ImapSeams } from '../../reference-server/imap/seams';
import type { ImapService } from '../../reference-server/imap/service';
import type { Session } from '../../reference-server/imap/session';
import { decodeUtf7, encodeUtf7 } from '../../reference-server/imap/syntax/modified-utf7';
import { binaryOf } from '../../reference-server/mime/octets';
import type { Mailbox } from '../../reference-server/store/types';
import { mailboxIn, renaming, replacing, withholding } from './responses';
import { account, around, COMMON, defect, forgiving, type ImapDefect, retyping } from './tools';

/** What STATUS once said, by server. */
const remembered = new WeakMap<ImapService, Map<string, number>>();

function stale(session: Session, mailbox: number, item: string, value: number): number {
  const known = remembered.get(session.service) ?? new Map<string, number>();
  remembered.set(session.service, known);
  const key = `${mailbox} ${item}`;
  if (!known.has(key)) known.set(key, value);
  return known.get(key)!;
}

/** LIST and LSUB with other patterns than were given; the root can still be asked for. */
export function patterns(edit: (pattern: string) => string): ImapSeams {
  return account((right) => ({
    list(request) {
      const root = request.patterns.length === 1 && request.patterns[0] === '';
      return right.list(root ? request : { ...request, patterns: request.patterns.map(edit) });
    },
  }));
}

/** STATUS with other values, item by item. */
export function status(edit: (item: string, value: number, mailbox: Mailbox, session: Session) => number): ImapSeams {
  return account((right) => ({
    status(mailbox, items) {
      const data = Object.entries(right.status(mailbox, items));
      return Object.fromEntries(
        data.map(([item, value]) => [
          item,
          typeof value === 'number' ? edit(item, value, mailbox, right.session) : value,
        ]),
      );
    },
  }));
}

/** Commands that name mailboxes. */
const NAMING = [
  'CREATE',
  'DELETE',
  'RENAME',
  'SUBSCRIBE',
  'UNSUBSCRIBE',
  'SELECT',
  'EXAMINE',
  'STATUS',
  'LIST',
  'LSUB',
  'APPEND',
  'COPY',
  'UID COPY',
  'MOVE',
  'UID MOVE',
];

export const listing: readonly ImapDefect[] = [
  defect(
    'percent-crosses-delimiter',
    '% matches on all levels.',
    COMMON,
    patterns((pattern) => pattern.replaceAll('%', '*')),
  ),
  defect(
    'star-stops-at-delimiter',
    '* matches on one level.',
    COMMON,
    patterns((pattern) => pattern.replaceAll('*', '%')),
  ),
  defect(
    'list-prefix-match',
    'A name without wildcards matches all that begin with it.',
    COMMON,
    patterns((pattern) => `${pattern}*`),
  ),
  defect(
    'list-once-per-pattern',
    'A mailbox is listed once for each pattern, not once for all.',
    COMMON,
    account((right) => ({
      list: (request) => request.patterns.flatMap((pattern) => right.list({ ...request, patterns: [pattern] })),
    })),
  ),
  defect(
    'list-exponential',
    'A pattern of many wildcards is tried in all ways.',
    'https://github.com/twisted/twisted/pull/12789',
    {
      ...around(['LIST'], async (session, call, next) => {
        // As long as the universe lasts, or the connection.
        if ((call.args.rest.match(/\*/g)?.length ?? 0) > 20)
          await session.connection.readExactly(Number.MAX_SAFE_INTEGER);
        return next();
      }),
    },
  ),
  defect(
    'percent-hides-levels',
    'A level that has levels below it is not shown for %.',
    COMMON,
    account((right) => ({
      list(request) {
        const entries = right.list(request);
        if (!request.patterns.some((pattern) => pattern.includes('%'))) return entries;
        return entries.filter(({ attributes }) => !attributes.includes('\\HasChildren'));
      },
    })),
  ),
  defect(
    'list-empty-lists-all',
    'LIST with an empty pattern lists all mailboxes.',
    COMMON,
    account((right) => ({
      list: (request) => right.list({ ...request, patterns: request.patterns.map((pattern) => pattern || '*') }),
    })),
  ),
  defect(
    'list-unescaped-names',
    'Quotes and backslashes in names are not escaped.',
    'https://github.com/greenmail-mail-test/greenmail/pull/993',
    renaming((name, written) => (written.startsWith('"') ? `"${name}"` : written)),
  ),
  defect(
    'list-unquoted-names',
    'Names are written without quotes.',
    'https://github.com/greenmail-mail-test/greenmail/issues/74',
    renaming((name, written) => name || written),
  ),
  defect(
    'list-unknown-option-ignored',
    'Options of LIST that are unknown are passed over.',
    COMMON,
    forgiving(['LIST'], ['option']),
  ),
  defect(
    'recursivematch-alone',
    'RECURSIVEMATCH is taken without another option.',
    COMMON,
    retyping(['LIST'], (text) =>
      text.replace(/^ \(([^)]*)\)/, (all, options: string) =>
        /SUBSCRIBED|SPECIAL-USE/i.test(options) ? all : ` (${options.replace(/ ?RECURSIVEMATCH/i, '').trim()})`,
      ),
    ),
  ),
  defect(
    'special-use-lists-all',
    'LIST (SPECIAL-USE) lists all mailboxes.',
    'https://github.com/apache/james-project/pull/1342',
    account((right) => ({
      list(request) {
        const select = new Set(request.select);
        select.delete('SPECIAL-USE');
        return right.list({ ...request, select });
      },
    })),
  ),
  defect(
    'children-wrong',
    'Every mailbox is without children.',
    'https://github.com/cyrusimap/cyrus-imapd/issues/812',
    replacing(/^(\* LIST \([^)]*)\\HasChildren/, '$1\\HasNoChildren'),
  ),
  defect(
    'nonexistent-not-marked',
    'Subscribed names without a mailbox look like mailboxes.',
    'https://github.com/linagora/james-project/issues/5380',
    replacing(/^(\* LIST \([^)]*)\\NonExistent ?/, '$1'),
  ),
  defect('list-status-of-noselect', 'LIST-STATUS tells the status of what is no mailbox.', COMMON, {
    out: (response) => {
      const found = /^\* LIST \([^)]*\\(?:Noselect|NonExistent)/.test(response) ? mailboxIn(response) : undefined;
      return found?.name ? `${response}* STATUS ${found.written} (MESSAGES 0)\r\n` : response;
    },
  }),
  defect(
    'lsub-percent-without-parent',
    'LSUB with % leaves out names above subscribed ones.',
    'https://github.com/cyrusimap/cyrus-imapd/issues/797',
    withholding(/^\* LSUB \(\\Noselect\)/),
  ),
  defect(
    'namespace-malformed',
    'NAMESPACE lacks a pair of parentheses.',
    COMMON,
    replacing(/^\* NAMESPACE \(\(([^)]*)\)\)/, '* NAMESPACE ($1)'),
  ),
  defect(
    'bad-utf7-taken',
    'Names in broken modified UTF-7 are taken.',
    'https://github.com/modern-email/defects/issues/46',
    retyping(NAMING, (text, { rev2 }) =>
      // Written anew, an ampersand that begins nothing is one.
      text.replace(/[^ (){]+/g, (word) => (rev2 || decodeUtf7(word) !== undefined ? word : encodeUtf7(word))),
    ),
  ),
  defect(
    'utf7-case-folded',
    'Names in modified UTF-7 lose their case.',
    COMMON,
    renaming((_name, written) => written.replace(/&[^-]+-/g, (run) => run.toLowerCase())),
  ),
  defect(
    'utf8-unasked',
    'Names come in UTF-8 to clients that have not asked for it.',
    'https://github.com/joeyates/imap-backup/issues/119',
    renaming((name, written) => {
      const decoded = decodeUtf7(name);
      return decoded === undefined || decoded === name ? written : `"${binaryOf(decoded)}"`;
    }),
  ),
  defect(
    'status-stale',
    'STATUS says what it once said.',
    'https://github.com/smiley22/S22.Imap/issues/31',
    status((item, value, mailbox, session) => stale(session, mailbox.id, item, value)),
  ),
  defect(
    'status-uidnext-stale',
    'UIDNEXT of STATUS is the last UID.',
    COMMON,
    status((item, value) => (item === 'UIDNEXT' ? Math.max(value - 1, 1) : value)),
  ),
  defect(
    'status-unseen-first',
    'UNSEEN of STATUS is the first unseen message.',
    COMMON,
    status((item, value, mailbox, { store }) => {
      const first = item === 'UNSEEN' ? store.messages.firstUnseen(mailbox.id) : undefined;
      return first === undefined ? value : store.messages.position(mailbox.id, first);
    }),
  ),
];
