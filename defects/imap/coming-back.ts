/** Mistakes with a client that comes back and asks what it has missed (RFC 7162 §3.2, §3.2.5, §3.2.6). */

import type { Selected } from '../../reference-server/imap/backend/selected';
import type { ImapSeams } from '../../reference-server/imap/seams';
import type { Session } from '../../reference-server/imap/session';
import { countingEnds, hasEndedSince } from './ends';
import { editing } from './responses';
import { around, COMMON, defect, forgiving, type ImapDefect, retyping, said, selected, withoutUntagged } from './tools';

const SELECTS = ['SELECT', 'EXAMINE'];
const ALL: Array<[from: number, to: number]> = [[1, 0xffffffff]];

type Spans = Parameters<Selected['vanished']>[1];

/** Says otherwise what has gone. */
function vanished(find: (right: Selected, since: number, among: Spans) => number[]): ImapSeams {
  return selected((right) => ({ vanished: (since, among) => find(right, since, among) }));
}

/** UIDs of which nobody knows any more, by mailbox. */
const forgotten = new WeakMap<Session['service'], Map<number, Set<number>>>();

function forgottenOf({ session, id }: Selected): Set<number> {
  const mailboxes = forgotten.get(session.service) ?? new Map<number, Set<number>>();
  forgotten.set(session.service, mailboxes);
  const uids = mailboxes.get(id) ?? new Set<number>();
  mailboxes.set(id, uids);
  return uids;
}

/** Forgets what these methods remove. */
function forgetting(replacement: (right: Selected, forget: (act: () => void) => void) => Partial<Selected>): ImapSeams {
  return selected((right) => {
    const forget = (act: () => void) => {
      const before = right.session.store.messages.uids(right.id);
      act();
      const left = new Set(right.session.store.messages.uids(right.id));
      for (const uid of before) if (!left.has(uid)) forgottenOf(right).add(uid);
    };
    return {
      ...replacement(right, forget),
      vanished: (since, among) => right.vanished(since, among).filter((uid) => !forgottenOf(right).has(uid)),
    };
  });
}

/** What EARLIER tells, until the answer is over. */
const held = new WeakMap<Session, string>();

/** Changes what a client says of itself behind QRESYNC. */
function parameter(edit: (text: string, session: Session) => string): ImapSeams {
  return retyping(SELECTS, (text, session) => (/QRESYNC \(/i.test(text) ? edit(text, session) : text));
}

function highestOfThose(right: Selected): number {
  return right.present([...right.uids]).reduce((most, { modseq }) => Math.max(most, modseq), 1);
}

export const comingBack: readonly ImapDefect[] = [
  defect(
    'gone-old-mail',
    'What has not changed since is told to be gone.',
    'https://github.com/apache/james-project/pull/629',
    vanished((right, since, among) => {
      const old = right
        .present(right.named([...among] as Array<[from: number, to: number]>, true))
        .filter(({ modseq }) => modseq <= since);
      return [...right.vanished(since, among), ...old.map(({ uid }) => uid)].sort((a, b) => a - b);
    }),
  ),
  defect(
    'gone-changed-mail',
    'What has come or changed since is told to be gone.',
    COMMON,
    vanished((right, since, among) =>
      [
        ...right.vanished(since, among),
        ...right.changed(since, right.named([...among] as Array<[from: number, to: number]>, true)),
      ].sort((a, b) => a - b),
    ),
  ),
  defect(
    'gone-untold',
    'Of what has gone nothing is told.',
    COMMON,
    vanished(() => []),
  ),
  defect(
    'gone-known-uids-ignored',
    'All that has gone is told, whatever the client knows.',
    COMMON,
    vanished((right, since) => right.vanished(since, ALL)),
  ),
  defect(
    'gone-four-hundred',
    'No more than 400 messages are told to be gone.',
    COMMON,
    vanished((right, since, among) => right.vanished(since, among).slice(0, 400)),
  ),
  defect(
    'gone-forgotten-by-uid-expunge',
    'What UID EXPUNGE removes is not remembered.',
    COMMON,
    forgetting((right, forget) => ({
      expunge(named) {
        let gone: number[] = [];
        if (!named) return right.expunge();
        forget(() => {
          gone = right.expunge(named);
        });
        return gone;
      },
    })),
  ),
  defect(
    'gone-forgotten-by-close',
    'What CLOSE removes is not remembered.',
    COMMON,
    forgetting((right, forget) => ({ close: (expunge) => forget(() => right.close(expunge)) })),
  ),
  defect(
    'gone-forgotten-by-move',
    'What MOVE takes away is not remembered.',
    COMMON,
    forgetting((right, forget) => ({
      move(uids, to) {
        let moved: ReturnType<Selected['move']> | undefined;
        forget(() => {
          moved = right.move(uids, to);
        });
        return moved!;
      },
    })),
  ),
  defect('gone-forgotten-at-restart', 'What has gone is forgotten when the server starts.', COMMON, {
    ...countingEnds,
    ...selected((right) => {
      const ended = hasEndedSince(right.session.service, right.id);
      return { vanished: (since, among) => (ended() ? [] : right.vanished(since, among)) };
    }),
  }),
  defect(
    'expunge-lowers-highestmodseq',
    'HIGHESTMODSEQ is the greatest mod-sequence of the messages that are there, and falls when they go.',
    'https://github.com/closeio/sync-engine/pull/943',
    selected((right) => ({ info: () => ({ ...right.info(), highestModseq: highestOfThose(right) }) })),
  ),
  defect(
    'qresync-unasked',
    'QRESYNC of SELECT and VANISHED of UID FETCH are taken without ENABLE QRESYNC.',
    COMMON,
    around([...SELECTS, 'UID FETCH'], async (session, call, next) => {
      if (/QRESYNC|VANISHED/i.test(said(call))) session.enabled.add('QRESYNC');
      return await next();
    }),
  ),
  defect(
    'fetch-vanished',
    'FETCH takes VANISHED, and passes over it.',
    COMMON,
    retyping(['FETCH'], (text) => text.replace(/(?<=\(.*) VANISHED/i, '')),
  ),
  defect(
    'vanished-alone',
    'VANISHED is taken without CHANGEDSINCE.',
    COMMON,
    retyping(['UID FETCH'], (text) => text.replace(/\(VANISHED\)/i, '(CHANGEDSINCE 1 VANISHED)')),
  ),
  defect(
    'vanished-before-changedsince',
    'VANISHED may not stand before CHANGEDSINCE.',
    COMMON,
    retyping(['UID FETCH'], (text) => text.replace(/\(VANISHED CHANGEDSINCE/i, '(x')),
  ),
  defect(
    'qresync-uidvalidity-ignored',
    'QRESYNC of SELECT is done whatever UIDVALIDITY the client knows.',
    COMMON,
    parameter((text, session) =>
      text.replace(/(?<=^ (\S+) \(QRESYNC \()\d+/i, (validity, name) =>
        String(session.account!.find(name)?.uidValidity ?? validity),
      ),
    ),
  ),
  defect(
    'qresync-without-the-rest',
    'SELECT with QRESYNC tells what has changed, and neither FLAGS nor UIDNEXT.',
    COMMON,
    {
      out: (response, _session, command) =>
        command &&
        SELECTS.includes(command.name) &&
        /qresync/i.test(said(command)) &&
        /^\* (?:FLAGS|OK \[UIDNEXT)/.test(response)
          ? undefined
          : response,
    },
  ),
  defect(
    'qresync-flags-untold',
    'SELECT with QRESYNC tells what has gone, and not which flags have changed.',
    COMMON,
    withoutUntagged(SELECTS, /^\* \d+ FETCH/),
  ),
  defect(
    'qresync-flags-without-uid',
    'The flags that SELECT with QRESYNC tells have no UID.',
    COMMON,
    editing((response, _session, command) =>
      command && SELECTS.includes(command.name) ? response.replace(/^(\* \d+ FETCH \()UID \d+ /, '$1') : response,
    ),
  ),
  defect(
    'qresync-list-refused',
    'QRESYNC of SELECT takes neither known UIDs nor message numbers.',
    'https://github.com/cyrusimap/cyrus-imapd/issues/1413',
    parameter((text) => text.replace(/(?<=\(QRESYNC \(\d+ \d+) .*/i, ' x')),
  ),
  defect(
    'qresync-alone',
    'No other parameter of SELECT may stand beside QRESYNC.',
    COMMON,
    parameter((text) => text.replace(/\(CONDSTORE /i, '(x ')),
  ),
  defect(
    'qresync-parameter-passed-over',
    'What SELECT cannot read behind QRESYNC is passed over.',
    COMMON,
    forgiving(SELECTS, ['syntax']),
  ),
  defect(
    'qresync-numbers-believed',
    'Message numbers are believed to fit without a look at the mailbox.',
    COMMON,
    parameter((text) =>
      text.replace(
        /(?<=\(QRESYNC \(\d+ \d+) \S+ \(\S+ \S*?(\d+)\)/i,
        (_all, last) => ` ${Number(last) + 1}:4294967295`,
      ),
    ),
  ),
  defect(
    'earlier-unsaid',
    'What has gone while the client was away is told without EARLIER.',
    'https://github.com/Foundry376/Mailspring-Sync/pull/91',
    editing((response) => response.replace(/^\* VANISHED \(EARLIER\)/, '* VANISHED')),
  ),
  defect('earlier-behind-fetch', 'VANISHED (EARLIER) comes at the end of its answer.', COMMON, {
    out(response, session) {
      if (response.startsWith('* VANISHED (EARLIER)')) {
        held.set(session, response);
        return undefined;
      }
      const before = held.get(session);
      if (before === undefined || response.startsWith('* ')) return response;
      held.delete(session);
      return before + response;
    },
  }),
];
