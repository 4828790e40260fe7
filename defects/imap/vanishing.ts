/** Mistakes with how removals are told to a client that has enabled QRESYNC (RFC 7162 §3.2.3, §3.2.7 to §3.2.10; RFC 6851 §4.4). */

import type { News } from '../../reference-server/imap/backend/view';
import { announce } from '../../reference-server/imap/response/announce';
import type { ImapSeams } from '../../reference-server/imap/seams';
import type { Session } from '../../reference-server/imap/session';
import { editing, replacing, withholding } from './responses';
import { after, around, COMMON, defect, type ImapDefect, retyping, said, selected } from './tools';

const SELECTS = ['SELECT', 'EXAMINE'];
const EXPUNGES = ['EXPUNGE', 'UID EXPUNGE'];
const MOVES = ['MOVE', 'UID MOVE'];
const NOW = /^\* VANISHED (?=\d)/;
const HIGHEST = /(?<=^\S+ OK )\[HIGHESTMODSEQ \d+\] /;

/** What each session was last told to be gone. */
const lastGone = new WeakMap<Session, News['expunged']>();

/** Writes the response that tells of removals, in the place of the right one. */
function telling(write: (gone: News['expunged'], session: Session, right: string) => string): ImapSeams {
  return {
    ...selected((right) => ({
      news(expunges) {
        const news = right.news(expunges);
        if (news.expunged.length > 0) lastGone.set(right.session, news.expunged);
        return news;
      },
    })),
    out(response, session) {
      const gone = lastGone.get(session);
      if (!gone || !/^\* (?:VANISHED \d|\d+ EXPUNGE)/.test(response)) return response;
      return write(gone, session, response);
    },
  };
}

/** All that a session was told to be gone. */
const everGone = new WeakMap<Session, number[]>();

/** Leaves out the response code of these commands. */
function withoutCode(commands: readonly string[]): ImapSeams {
  return editing((response, _session, command) =>
    command && commands.includes(command.name) ? response.replace(HIGHEST, '') : response,
  );
}

export const vanishing: readonly ImapDefect[] = [
  defect(
    'vanished-never',
    'ENABLE QRESYNC is taken, and expunges are told by EXPUNGE all the same.',
    COMMON,
    telling((gone, _session, right) =>
      right.startsWith('* VANISHED') ? gone.map(({ number }) => `* ${number} EXPUNGE\r\n`).join('') : right,
    ),
  ),
  defect(
    'vanished-for-all',
    'VANISHED comes to clients that have not asked for it.',
    COMMON,
    telling((gone, _session, right) =>
      right.startsWith('* VANISHED') ? right : `* VANISHED ${gone.map(({ uid }) => uid).join(',')}\r\n`,
    ),
  ),
  defect(
    'enable-qresync-last-word',
    'Of what ENABLE names only the last word counts.',
    COMMON,
    retyping(['ENABLE'], (text) => text.replace(/ QRESYNC(?= )/i, '')),
  ),
  defect(
    'enable-qresync-first-word',
    'Of what ENABLE names only the first word counts.',
    COMMON,
    retyping(['ENABLE'], (text) => text.replace(/(?<= \S+) QRESYNC/i, '')),
  ),
  defect(
    'enable-qresync-untold',
    'ENABLE QRESYNC is done, and no ENABLED tells so.',
    'https://github.com/Foundry376/Mailspring-Sync/pull/91',
    withholding(/^\* ENABLED QRESYNC/),
  ),
  defect(
    'qresync-lost-at-next-mailbox',
    'QRESYNC is on until another mailbox is selected.',
    COMMON,
    around(SELECTS, async (session, _call, next) => {
      if (session.selected) session.enabled.delete('QRESYNC');
      return await next();
    }),
  ),
  defect(
    'qresync-without-condstore',
    'QRESYNC is announced without CONDSTORE.',
    COMMON,
    replacing(/^(\* CAPABILITY .*) CONDSTORE(?= )/, '$1'),
  ),
  defect(
    'qresync-without-enable',
    'QRESYNC is announced without ENABLE.',
    COMMON,
    replacing(/^(\* CAPABILITY .*) ENABLE(?= )/, '$1'),
  ),
  defect(
    'qresync-flags-without-modseq',
    'ENABLE QRESYNC does not bring mod-sequences beside flags that change.',
    COMMON,
    editing((response, { enabled }, command) =>
      enabled.has('QRESYNC') &&
      /^\* \d+ FETCH/.test(response) &&
      !/(?<!un)changedsince|modseq|qresync/i.test(command ? said(command) : '')
        ? response.replace(/ MODSEQ \(\d+\)(?=[ )])/, '')
        : response,
    ),
  ),
  defect(
    'vanished-as-earlier',
    'What goes from the selected mailbox is told with EARLIER.',
    'https://github.com/Foundry376/Mailspring-Sync/pull/91',
    replacing(NOW, '* VANISHED (EARLIER) '),
  ),
  defect(
    'vanished-of-numbers',
    'VANISHED has message numbers.',
    COMMON,
    telling((gone, _session, right) =>
      right.startsWith('* VANISHED') ? `* VANISHED ${gone.map(({ number }) => number).join(',')}\r\n` : right,
    ),
  ),
  defect(
    'vanished-beyond',
    'VANISHED names the UID that comes next, too.',
    COMMON,
    editing((response, { selected: mailbox }) =>
      NOW.test(response) ? response.replace('\r\n', `,${mailbox!.mailbox!.uidNext}\r\n`) : response,
    ),
  ),
  defect(
    'vanished-again',
    'VANISHED tells all that has gone since the mailbox was selected.',
    COMMON,
    telling((gone, session, right) => {
      if (!right.startsWith('* VANISHED')) return right;
      const all = [...(everGone.get(session) ?? []), ...gone.map(({ uid }) => uid)];
      everGone.set(session, all);
      return `* VANISHED ${all.join(',')}\r\n`;
    }),
  ),
  defect(
    'vanished-before-select',
    'SELECT tells by VANISHED what went before.',
    COMMON,
    after(SELECTS, (session) => {
      const gone = session.store.messages.expungedSince(session.selected!.id, 0);
      if (session.enabled.has('QRESYNC') && gone.length > 0) session.untagged(`VANISHED ${gone.join(',')}`);
    }),
  ),
  defect(
    'vanished-numbers-stay',
    'The numbers of the others do not close up behind VANISHED.',
    COMMON,
    selected((right) => {
      const before = [...right.uids];
      return {
        named(set, byUid) {
          if (byUid || typeof set === 'string' || !right.session.enabled.has('QRESYNC')) return right.named(set, byUid);
          return right.spans(set, byUid).flatMap(([from, to]) => before.slice(from - 1, to));
        },
      };
    }),
  ),
  defect(
    'vanished-during-fetch',
    'VANISHED comes during FETCH, STORE and SEARCH.',
    COMMON,
    after(['FETCH', 'STORE', 'SEARCH'], (session) => {
      if (session.enabled.has('QRESYNC')) announce(session, true);
    }),
  ),
  defect(
    'vanished-during-search-by-numbers',
    'VANISHED comes during a UID SEARCH with message numbers.',
    COMMON,
    after(['UID SEARCH'], (session) => announce(session, true)),
  ),
  defect(
    'vanished-between-commands',
    'VANISHED comes as soon as something goes.',
    COMMON,
    selected((right) => ({
      note(change) {
        right.note(change);
        const { session } = right;
        if (change.kind !== 'expunged' || session.current || !session.enabled.has('QRESYNC')) return;
        announce(session, true);
        session.push();
      },
    })),
  ),
  defect(
    'vanished-waits-for-noop',
    'Commands with UIDs tell of no expunge.',
    COMMON,
    around(['UID FETCH', 'UID STORE', 'UID SEARCH'], async (_session, _call, next) => {
      const done = await next();
      return done && { ...done, announces: 'no-expunges' };
    }),
  ),
  defect(
    'vanished-waits-in-silence',
    'While an expunge waits to be told, HIGHESTMODSEQ is not told to be smaller.',
    COMMON,
    withholding(/^\* OK \[HIGHESTMODSEQ \d+\] Some/),
  ),
  defect(
    'expunge-without-highestmodseq',
    'The results of EXPUNGE and UID EXPUNGE have no HIGHESTMODSEQ.',
    COMMON,
    withoutCode(EXPUNGES),
  ),
  defect('move-without-highestmodseq', 'The result of MOVE has no HIGHESTMODSEQ.', COMMON, withoutCode(MOVES)),
  defect(
    'close-with-highestmodseq',
    'The result of CLOSE has HIGHESTMODSEQ.',
    COMMON,
    replacing(/^(\S+ OK) CLOSE/, '$1 [HIGHESTMODSEQ 999] CLOSE'),
  ),
];
