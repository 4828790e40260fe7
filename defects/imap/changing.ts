/** Mistakes with STORE, EXPUNGE, COPY and MOVE (RFC 9051 §6.4). */

import type { FlagChange } from '../../reference-server/imap/backend/flag-change';
import type { Call } from '../../reference-server/imap/command';
import { readMailbox } from '../../reference-server/imap/mailbox-name';
import { no } from '../../reference-server/imap/refusal';
import type { ImapSeams } from '../../reference-server/imap/seams';
import type { Session } from '../../reference-server/imap/session';
import { readSequenceSet, resolve } from '../../reference-server/imap/syntax/sequence-set';
import { FLAG } from '../../reference-server/store/types';
import { creating, withoutTryCreate } from './appending';
import { editing, replacing, withholding } from './responses';
import { around, COMMON, defect, type ImapDefect, refusing, retyping, selected } from './tools';

const STORES = ['STORE', 'UID STORE'];
const MOVES = ['MOVE', 'UID MOVE'];

/** Where messages of a session were moved to last. */
const moved = new WeakMap<Session, string>();

/** Copies what of a set of sequence numbers is there. */
function copyThose(session: Session, { args }: Call): void {
  args.space();
  const set = readSequenceSet(args, []);
  args.space();
  const target = session.store.mailboxes.find(session.account!.id, readMailbox(session, args));
  if (typeof set === 'string' || !target) return;
  const { uids, id } = session.selected!;
  const there = resolve(set, uids.length).flatMap(([from, to]) => uids.slice(from - 1, to));
  session.store.messages.copy(id, there, target.id, session);
}

/** Stores other flags than were given. */
function storing(edit: (change: FlagChange) => FlagChange): ImapSeams {
  return selected((right) => ({ store: (uids, change) => right.store(uids, edit(change)) }));
}

export const changing: readonly ImapDefect[] = [
  defect(
    'plus-flags-replaces',
    '+FLAGS replaces all flags.',
    COMMON,
    storing((change) => (change.mode === '+' ? { ...change, mode: '=' } : change)),
  ),
  defect(
    'store-replaces-nothing',
    'FLAGS adds flags and takes none away.',
    'https://github.com/greenmail-mail-test/greenmail/pull/1034',
    storing((change) => (change.mode === '=' ? { ...change, mode: '+' } : change)),
  ),
  defect(
    'flags-case-sensitive',
    'Flags in capitals are passed over.',
    COMMON,
    // No flag has such a name, and none that is unknown is kept.
    retyping([...STORES, 'APPEND'], (text) => text.replace(/\\(?=[A-Z]+[ )]|[A-Z]+$)/g, '\\X')),
  ),
  defect(
    'keywords-dropped',
    'Keywords are not kept although PERMANENTFLAGS promises it.',
    COMMON,
    storing((change) => ({ ...change, keywords: [] })),
  ),
  defect(
    'store-without-fetch',
    'STORE does not tell the flags.',
    COMMON,
    retyping(STORES, (text) => text.replace(/^( \S+ [+-]?FLAGS)(?= )/i, '$1.SILENT')),
  ),
  defect(
    'silent-not-silent',
    '.SILENT tells the flags.',
    COMMON,
    retyping(STORES, (text) => text.replace(/^( \S+ [+-]?FLAGS)\.SILENT(?= )/i, '$1')),
  ),
  defect('store-list-only', 'Flags must stand in parentheses.', 'https://github.com/horde/Imap_Client/pull/31', {
    ...around(STORES, async (_session, { args }, next) => {
      if (!args.rest.includes('(')) throw no('Where is the list?');
      return next();
    }),
  }),
  defect(
    'uid-store-without-uid',
    'UID STORE does not tell the UID.',
    COMMON,
    editing((response, _session, command) =>
      command?.name === 'UID STORE' ? response.replace(/^(\* \d+ FETCH \()UID \d+ /, '$1') : response,
    ),
  ),
  defect(
    'expunge-old-numbers',
    'EXPUNGE tells the numbers from before it began.',
    COMMON,
    selected((right) => ({
      news(expunges) {
        const news = right.news(expunges);
        const expunged = news.expunged.map(({ number, uid }, before) => ({ number: number + before, uid }));
        return { ...news, expunged };
      },
    })),
  ),
  defect(
    'expunge-removes-all',
    'EXPUNGE removes all messages.',
    COMMON,
    selected((right) => ({
      expunge(named) {
        const { session, id, uids } = right;
        if (named) return right.expunge(named);
        return session.store.messages.expunge(id, uids, session);
      },
    })),
  ),
  defect('expunge-without-responses', 'EXPUNGE does not tell what it removed.', COMMON, withholding(/^\* \d+ EXPUNGE/)),
  defect(
    'uid-expunge-removes-all',
    'UID EXPUNGE removes all that is \\Deleted.',
    COMMON,
    selected((right) => ({ expunge: () => right.expunge() })),
  ),
  defect(
    'copy-drops-flags',
    'A copy has no flags.',
    COMMON,
    selected((right) => ({
      copy(uids, to) {
        const copied = right.copy(uids, to);
        right.session.store.messages.setFlags(
          to.id,
          copied.uids.map(([, uid]) => ({ uid, flags: 0, keywords: [] })),
        );
        return copied;
      },
    })),
  ),
  defect('copy-partial', 'A COPY that fails leaves copies behind.', COMMON, {
    ...refusing(['COPY'], ['number'], (session, call) => {
      copyThose(session, call);
      return no('Not all of them are there');
    }),
  }),
  defect('copy-creates-mailbox', 'COPY makes a mailbox that does not exist.', COMMON, creating('COPY')),
  defect('copy-without-trycreate', 'Its absence is not told by TRYCREATE.', COMMON, withoutTryCreate('COPY')),
  defect(
    'copyuid-swapped',
    'COPYUID tells the new UIDs first.',
    'https://github.com/greenmail-mail-test/greenmail/issues/423',
    replacing(/^(\S+ OK) \[COPYUID (\d+) (\S+) (\S+)\]/, '$1 [COPYUID $2 $4 $3]'),
  ),
  defect(
    'move-leaves-source',
    'MOVE copies.',
    COMMON,
    selected((right) => ({ move: (uids, to) => right.copy(uids, to) })),
  ),
  defect(
    'move-sets-deleted',
    'What was moved is \\Deleted where it came to.',
    COMMON,
    selected((right) => ({
      move(uids, to) {
        right.store(uids, { mode: '+', flags: FLAG.deleted, keywords: [] });
        return right.move(uids, to);
      },
    })),
  ),
  defect(
    'move-without-expunge',
    'MOVE does not tell of what has left.',
    COMMON,
    selected((right) => ({
      news: (expunges) => right.news(expunges && !right.session.current?.name.endsWith('MOVE')),
    })),
  ),
  defect(
    'minus-flags-takes-all',
    '-FLAGS takes all flags away.',
    COMMON,
    storing((change) => (change.mode === '-' ? { ...change, mode: '=', flags: 0, keywords: [] } : change)),
  ),
  defect(
    'keywords-case-sensitive',
    '-FLAGS finds keywords in one spelling only.',
    COMMON,
    selected((right) => ({
      store(uids, change) {
        const { id, session } = right;
        const known = session.store.mailboxes.keywords(id);
        const keywords = change.keywords.filter((keyword) => known.includes(keyword));
        return right.store(uids, change.mode === '-' ? { ...change, keywords } : change);
      },
    })),
  ),
  defect('unknown-flags-kept', 'Flags with a backslash that nobody has defined are kept.', COMMON, {
    ...retyping(STORES, (text) =>
      text.replace(/\\(?!(?:Answered|Flagged|Deleted|Seen|Draft)\b)(?=\w)/gi, 'backslash-'),
    ),
    ...editing((response) => response.replace(/backslash-/g, '\\')),
  }),
  defect('move-creates-mailbox', 'MOVE makes a mailbox that does not exist.', COMMON, creating('MOVE')),
  defect('move-without-trycreate', 'MOVE does not tell its absence by TRYCREATE.', COMMON, withoutTryCreate('MOVE')),
  defect(
    'move-copyuid-in-result',
    'COPYUID of MOVE comes with the result.',
    'https://github.com/ruby/net-imap/pull/398',
    {
      ...around(MOVES, async (session, _call, next) => {
        const done = await next();
        const code = moved.get(session);
        return done && code !== undefined ? { ...done, code } : done;
      }),
      out(response, session, command) {
        const code =
          command && MOVES.includes(command.name) ? /^\* OK \[(COPYUID .*?)\]/.exec(response)?.[1] : undefined;
        if (code !== undefined) moved.set(session, code);
        return code === undefined ? response : undefined;
      },
    },
  ),
];
