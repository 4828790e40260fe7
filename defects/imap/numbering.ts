/** Mistakes with sequence numbers, UIDs in commands, and news of other sessions (RFC 9051 §5.2, §5.5, §7.5.1, §9). */

import { removeAll } from '../../reference-server/imap/backend/model';
import type { Selected } from '../../reference-server/imap/backend/selected';
import type { News } from '../../reference-server/imap/backend/view';
import { bad, no } from '../../reference-server/imap/refusal';
import { announce } from '../../reference-server/imap/response/announce';
import type { Span } from '../../reference-server/imap/syntax/sequence-set';
import { editing } from './responses';
import { after, COMMON, defect, type ImapDefect, said, selected } from './tools';

const STAR = Number.POSITIVE_INFINITY;

/** The messages of a set of sequence numbers that are there. */
function there(right: Selected, set: readonly Span[]): number[] {
  return right.spans(set, false).flatMap(([from, to]) => right.uids.slice(from - 1, to));
}

/** What `*` is. */
function last(right: Selected, byUid: boolean): number {
  return right.spans([[STAR, STAR]], byUid)[0]![0];
}

function orNobody(uids: number[]): number[] {
  if (uids.length === 0) throw no('There are no such messages');
  return uids;
}

export const numbering: readonly ImapDefect[] = [
  defect(
    'reversed-range-empty',
    'A range whose bounds are reversed is empty.',
    'https://github.com/modern-email/defects/issues/40',
    selected((right) => ({
      spans(set, byUid) {
        const bound = (one: number) => (one === STAR ? last(right, byUid) : one);
        return right.spans(
          set.filter(([from, to]) => bound(from) <= bound(to)),
          byUid,
        );
      },
    })),
  ),
  defect(
    'star-is-infinity',
    '* is a number greater than all.',
    COMMON,
    selected((right) => ({
      spans: (set, byUid) =>
        right.spans(
          set.map(([from, to]) => (from === STAR ? [0xffffffff, 0xffffffff] : [from, Math.min(to, 0xfffffffe)])),
          byUid,
        ),
    })),
  ),
  defect(
    'uid-star-range',
    'A range from beyond the last UID to * is empty.',
    COMMON,
    selected((right) => ({
      spans: (set, byUid) =>
        right.spans(
          set.filter(([from, to]) => !(to === STAR && from !== STAR && from > last(right, byUid))),
          byUid,
        ),
    })),
  ),
  defect(
    'sequence-out-of-range',
    'Numbers beyond the mailbox are passed over.',
    COMMON,
    selected((right) => ({
      named: (set, byUid) => (byUid || typeof set === 'string' ? right.named(set, byUid) : there(right, set)),
    })),
  ),
  defect(
    'missing-uid-error',
    'UIDs that nobody has are an error.',
    'https://github.com/ikvk/imap_tools/pull/203',
    selected((right) => ({
      named(set, byUid) {
        const uids = right.named(set, byUid);
        return byUid && set !== '$' ? orNobody(uids) : uids;
      },
      answered: (uids, byUid) => right.answered(byUid ? orNobody(uids) : uids, byUid),
    })),
  ),
  defect(
    'uid-fetch-by-sequence',
    'UID FETCH and the like take sequence numbers.',
    'https://github.com/greenmail-mail-test/greenmail/issues/372',
    selected((right) => ({
      named: (set, byUid) => (byUid && typeof set !== 'string' ? there(right, set) : right.named(set, byUid)),
    })),
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
    selected((right) => ({
      named(set, byUid) {
        const uids = right.named(set, byUid);
        if (set === '$' && uids.length === 0) throw bad('$ is empty');
        return uids;
      },
    })),
  ),
  defect(
    'expunge-during-fetch',
    'Removals are told during FETCH, STORE and SEARCH.',
    'RFC 2180 §4.1',
    selected((right) => ({ news: () => right.news(true) })),
  ),
  defect(
    'renumbered-before-expunge',
    'Numbers change before the removal is told.',
    'https://github.com/hmailserver/hmailserver/issues/458',
    selected((right) => {
      let untold: News['expunged'] | undefined;
      return {
        note(change) {
          right.note(change);
          if (change.kind !== 'expunged') return;
          const known = change.uids.filter((uid) => right.sequenceNumber(uid) > 0);
          untold ??= known.map((uid, before) => ({ number: right.sequenceNumber(uid) - before, uid }));
          removeAll(right.uids, change.uids);
        },
        news(expunges) {
          const news = right.news(expunges);
          if (!expunges || !untold) return news;
          const expunged = untold;
          untold = undefined;
          return { ...news, expunged };
        },
      };
    }),
  ),
  defect('expunge-unasked', 'Removals are told while no command runs.', COMMON, {
    ...after(['SELECT', 'EXAMINE'], (session) => {
      session.selected?.watch(() =>
        setImmediate(() => {
          announce(session, true);
          session.push();
          void session.connection.flush();
        }),
      );
    }),
  }),
  defect(
    'exists-shrinks',
    'EXISTS tells of removals before EXPUNGE does.',
    'https://github.com/zone-eu/wildduck/issues/343',
    {
      async around(session, _call, next) {
        const done = await next();
        const { model, uids } = session.selected ?? {};
        if (model && uids && model.uids.length < uids.length) session.untagged(`${model.uids.length} EXISTS`);
        return done;
      },
    },
  ),
  defect(
    'noop-blind',
    'New messages are not told.',
    'https://github.com/jordwest/imap-server/issues/18',
    selected((right) => ({ news: (expunges) => ({ ...right.news(expunges), arrived: false }) })),
  ),
  defect(
    'flag-changes-untold',
    'Flags that others changed are not told.',
    'https://github.com/jstedfast/MailKit/issues/1357',
    selected((right) => ({ news: (expunges) => ({ ...right.news(expunges), flagged: [] }) })),
  ),
  defect(
    'flags-as-at-select',
    'Of flags a session knows those from when it selected the mailbox, and its own.',
    'https://github.com/dreamhunter2333/cloudflare_temp_email/pull/1090',
    selected((right) => {
      const known = new Map(right.uids.map((uid) => [uid, right.message(uid)?.flags]));
      return {
        message(uid) {
          const message = right.message(uid);
          const flags = known.get(uid);
          return message && flags !== undefined ? { ...message, flags } : message;
        },
        store(uids, change) {
          const stored = right.store(uids, change);
          for (const uid of stored.changed) known.delete(uid);
          return stored;
        },
        see(uids) {
          for (const uid of uids) known.delete(uid);
          return right.see(uids);
        },
      };
    }),
  ),
];
