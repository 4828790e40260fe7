/** Mistakes with sequence numbers, UIDs in commands, and news of other sessions (RFC 9051 §5.2, §5.5, §7.5.1, §9). */

import { RIGHT } from '../../reference-server/imap/choices';
import { bad, no } from '../../reference-server/imap/refusal';
import { spanOf } from '../../reference-server/imap/syntax/sequence-set';
import { announce } from '../../reference-server/imap/view/announce';
import { editing } from './responses';
import { after, COMMON, choosing, defect, type ImapDefect, said } from './tools';

const STAR = Number.POSITIVE_INFINITY;

function orNobody(uids: number[]): number[] {
  if (uids.length === 0) throw no('There are no such messages');
  return uids;
}

export const numbering: readonly ImapDefect[] = [
  defect(
    'reversed-range-empty',
    'A range whose bounds are reversed is empty.',
    'https://github.com/modern-email/defects/issues/40',
    choosing({
      span: (from, to, last) =>
        spanOf(from, from, last)![0] > spanOf(to, to, last)![0] ? undefined : spanOf(from, to, last),
    }),
  ),
  defect(
    'star-is-infinity',
    '* is a number greater than all.',
    COMMON,
    choosing({
      span: (from, to) => (from === STAR ? [0xffffffff, 0xffffffff] : [from, to === STAR ? 0xfffffffe : to]),
    }),
  ),
  defect(
    'uid-star-range',
    'A range from beyond the last UID to * is empty.',
    COMMON,
    choosing({
      span: (from, to, last) => (to === STAR && from !== STAR && from > last ? undefined : spanOf(from, to, last)),
    }),
  ),
  defect(
    'sequence-out-of-range',
    'Numbers beyond the mailbox are passed over.',
    COMMON,
    choosing({
      named: (session, set, byUid) =>
        byUid || set === '$' ? RIGHT.named(session, set, byUid) : (session.view!.bySequence(set) ?? []),
    }),
  ),
  defect(
    'missing-uid-error',
    'UIDs that nobody has are an error.',
    'https://github.com/ikvk/imap_tools/pull/203',
    choosing({
      named: (session, set, byUid) => {
        const uids = RIGHT.named(session, set, byUid);
        return byUid && set !== '$' ? orNobody(uids) : uids;
      },
      results: (session, uids, byUid) => RIGHT.results(session, byUid ? orNobody(uids) : uids, byUid),
    }),
  ),
  defect(
    'uid-fetch-by-sequence',
    'UID FETCH and the like take sequence numbers.',
    'https://github.com/greenmail-mail-test/greenmail/issues/372',
    choosing({
      named: (session, set, byUid) =>
        byUid && set !== '$' ? (session.view!.bySequence(set) ?? []) : RIGHT.named(session, set, byUid),
    }),
  ),
  defect(
    'uid-fetch-without-uid',
    'UID FETCH does not tell the UID unasked.',
    'https://github.com/andris9/hoodiecrow/pull/13',
    editing((response, _session, command) =>
      command?.name === 'UID FETCH' && !/\bUID\b/i.test(said(command))
        ? response.replace(/^(\* \d+ FETCH \()UID \d+ ?/, '$1')
        : response,
    ),
  ),
  defect(
    'searchres-empty-bad',
    'An empty $ is an error.',
    COMMON,
    choosing({
      named: (session, set, byUid) => {
        const uids = RIGHT.named(session, set, byUid);
        if (set === '$' && uids.length === 0) throw bad('$ is empty');
        return uids;
      },
    }),
  ),
  defect(
    'expunge-during-fetch',
    'Removals are told during FETCH, STORE and SEARCH.',
    'RFC 2180 §4.1',
    choosing({
      announces: (_command, right) => (right === 'no-expunges' ? 'everything' : right),
    }),
  ),
  defect(
    'renumbered-before-expunge',
    'Numbers change before the removal is told.',
    'https://github.com/hmailserver/hmailserver/issues/458',
    choosing({ numbersHoldStill: false }),
  ),
  defect('expunge-unasked', 'Removals are told while no command runs.', COMMON, {
    ...after(['SELECT', 'EXAMINE'], (session) => {
      session.onNews = () =>
        setImmediate(() => {
          announce(session, true);
          session.push();
          void session.connection.flush();
        });
    }),
  }),
  defect(
    'exists-shrinks',
    'EXISTS tells of removals before EXPUNGE does.',
    'https://github.com/zone-eu/wildduck/issues/343',
    {
      async around(session, _call, next) {
        const done = await next();
        const { view } = session;
        if (view && view.model.uids.length < view.uids.length) session.untagged(`${view.model.uids.length} EXISTS`);
        return done;
      },
    },
  ),
  defect(
    'noop-blind',
    'New messages are not told.',
    'https://github.com/jordwest/imap-server/issues/18',
    choosing({ news: (news) => ({ ...news, arrived: false }) }),
  ),
  defect(
    'flag-changes-untold',
    'Flags that others changed are not told.',
    'https://github.com/jstedfast/MailKit/issues/1357',
    choosing({ news: (news) => ({ ...news, flagged: [] }) }),
  ),
];
