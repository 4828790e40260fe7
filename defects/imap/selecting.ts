/** Mistakes with opening and closing mailboxes, and with UIDs and UIDVALIDITY (RFC 9051 §2.3.1, §6.3.2, §6.4.1). */

import { readMailbox } from '../../reference-server/imap/mailbox-name';
import { no } from '../../reference-server/imap/refusal';
import type { ImapService } from '../../reference-server/imap/service';
import type { Session } from '../../reference-server/imap/session';
import { readSequenceSet } from '../../reference-server/imap/syntax/sequence-set';
import type { View } from '../../reference-server/imap/view/view';
import { replaced } from '../../reference-server/seams';
import { FLAG } from '../../reference-server/store/types';
import { status } from './listing';
import { editing, replacing, withholding } from './responses';
import { after, around, COMMON, choosing, defect, type ImapDefect } from './tools';

const EXAMINED = (forgiven: string) => choosing({ readOnlyForbids: (command) => command !== forgiven });

/** Sessions of a server, in the order in which they came. */
const serials = new WeakMap<ImapService, Session[]>();

function serial(session: Session): number {
  const sessions = serials.get(session.service) ?? [];
  serials.set(session.service, sessions);
  if (!sessions.includes(session)) sessions.push(session);
  return sessions.indexOf(session) + 1;
}

/** Where a response tells the UIDVALIDITY of a mailbox, and the UID of a message. */
const VALIDITY = /^(\* (?:OK \[|STATUS .*\((?:\S+ \d+ )*)UIDVALIDITY )(\d+)/;
const FETCHED_UID = /^(\* \d+ FETCH \((?:[\s\S]*?[ )])?UID )(\d+)/;

const LEAVING = ['LOGOUT', 'CLOSE', 'UNSELECT', 'SELECT', 'EXAMINE'];
/** The flags that messages had before this session changed any. */
const before = new WeakMap<View, Map<number, number>>();

/** From which UID on the present session gives UIDs again, and which it is in truth. */
const reused = new WeakMap<Session, { from: number; truly: number }>();

export const selecting: readonly ImapDefect[] = [
  defect(
    'failed-select-keeps-mailbox',
    'A SELECT that fails leaves the mailbox before selected.',
    'https://github.com/emersion/go-imap/issues/351',
    around(['SELECT', 'EXAMINE'], async (session, { args }, next) => {
      const copy = args.clone();
      copy.space();
      const mailbox = session.store.mailboxes.find(session.account!.id, readMailbox(session, copy));
      if (!mailbox?.selectable) throw no('There is no such mailbox', 'NONEXISTENT');
      return next();
    }),
  ),
  defect(
    'select-without-uidnext',
    'SELECT does not tell UIDNEXT.',
    'https://github.com/modern-email/defects/issues/43',
    withholding(/^\* OK \[UIDNEXT /),
  ),
  defect(
    'unseen-counts',
    'UNSEEN of SELECT counts the unseen messages.',
    'https://github.com/emersion/go-imap/issues/106',
    {
      out: (response, { view }) => response.replace(/^\* OK \[UNSEEN \d+\]/, `* OK [UNSEEN ${view?.mailbox?.unseen}]`),
    },
  ),
  defect(
    'examine-read-write',
    'EXAMINE ends with READ-WRITE.',
    COMMON,
    replacing(/^(\S+ OK) \[READ-ONLY\]/, '$1 [READ-WRITE]'),
  ),
  defect(
    'examine-stores',
    'STORE works in an examined mailbox.',
    'https://github.com/greenmail-mail-test/greenmail/pull/1032',
    EXAMINED('STORE'),
  ),
  defect(
    'examine-expunges',
    'EXPUNGE works in an examined mailbox.',
    'https://github.com/emersion/go-imap/issues/672',
    EXAMINED('EXPUNGE'),
  ),
  defect(
    'examine-sets-seen',
    'FETCH sets \\Seen in an examined mailbox.',
    'https://github.com/manusa/isotope-mail/issues/205',
    EXAMINED('FETCH'),
  ),
  defect(
    'close-keeps-deleted',
    'CLOSE removes nothing.',
    'https://github.com/kisli/vmime/issues/112',
    choosing({ closeExpunges: false }),
  ),
  defect('unselect-expunges', 'UNSELECT removes what is \\Deleted.', COMMON, choosing({ unselectExpunges: true })),
  defect('close-sends-expunge', 'CLOSE tells of what it removes.', COMMON, {
    ...around(['CLOSE'], async (session, _call, next) => {
      const view = session.view;
      const gone = view ? session.store.messages.uidsByFlag(view.id, FLAG.deleted, true) : [];
      for (const [told, uid] of gone.entries()) session.untagged(`${view!.sequenceNumber(uid) - told} EXPUNGE`);
      return next();
    }),
  }),
  defect(
    'flags-not-permanent',
    'Flags are forgotten at the end of the session.',
    'https://github.com/stalwartlabs/stalwart/issues/1138',
    {
      async around(session, call, next) {
        const { view } = session;
        if (view && call.name.endsWith('STORE')) {
          const known = before.get(view) ?? new Map();
          for (const uid of view.uids) if (!known.has(uid)) known.set(uid, view.message(uid)?.flags);
          before.set(view, known);
        }
        const changed = view && LEAVING.includes(call.name) ? before.get(view) : undefined;
        const done = await next();
        const updates = [...(changed ?? [])].map(([uid, flags]) => ({ uid, flags, keywords: [] }));
        if (view && updates.length > 0) session.store.messages.setFlags(view.id, updates);
        return done;
      },
    },
  ),
  defect('recent-for-ever', 'Messages are recent to every session.', 'https://github.com/regnull/ubikom/issues/43', {
    parts: {
      store: ({ mailboxes }) => ({
        mailboxes: replaced(mailboxes, () => ({ claimRecent: (id) => mailboxes.get(id)!.recentFrom })),
      }),
    },
  }),
  defect(
    'recent-can-be-set',
    'A client can set \\Recent.',
    COMMON,
    around(['STORE', 'UID STORE'], async ({ view }, { raw, args, uid }, next) => {
      const recent = /\\Recent\b/i;
      if (!view || !recent.test(args.rest)) return next();
      const copy = args.clone();
      copy.space();
      const set = readSequenceSet(copy, false);
      view.addRecent((uid ? view.byUid(set) : view.bySequence(set)) ?? []);
      // To the handler it is a flag that it does not know, which it passes over.
      raw.segments[0] = raw.segments[0]!.replace(recent, '\\X');
      return next();
    }),
  ),
  defect(
    'uidvalidity-per-session',
    'Every session has a UIDVALIDITY of its own.',
    COMMON,
    editing((response, session) =>
      response.replace(VALIDITY, (_all, start, value) => start + (Number(value) + serial(session))),
    ),
  ),
  defect(
    'uids-reused-after-delete',
    'A mailbox that is made again has the old UIDVALIDITY.',
    'https://github.com/paperless-ngx/paperless-ngx/issues/8939',
    replacing(VALIDITY, '$11'),
  ),
  defect('uidnext-moves', 'UIDNEXT grows with every change.', COMMON, {
    ...status((item, value, { highestModseq }) => (item === 'UIDNEXT' ? value + highestModseq : value)),
    out: (response, { view }) =>
      response.replace(
        /^\* OK \[UIDNEXT (\d+)/,
        (_all, next) => `* OK [UIDNEXT ${Number(next) + (view?.mailbox?.highestModseq ?? 0)}`,
      ),
  }),
  defect(
    'uids-unordered',
    'UIDs fall from message to message.',
    'https://github.com/OfflineIMAP/offlineimap/issues/336',
    editing((response) => response.replace(FETCHED_UID, (_all, start, uid) => start + (1_000_000 - Number(uid)))),
  ),
  defect(
    'uid-reused-after-expunge',
    'The UID of the last message is given again once it is gone.',
    'https://github.com/ProtonMail/proton-bridge/issues/220',
    {
      ...after(['EXPUNGE', 'UID EXPUNGE'], (session) => {
        const { view } = session;
        const next = view?.mailbox?.uidNext;
        if (view && next !== undefined && !view.model.has(next - 1)) {
          reused.set(session, { from: (view.model.uids.at(-1) ?? 0) + 1, truly: next });
        }
      }),
      ...editing((response, session) => {
        const shift = reused.get(session);
        if (!shift) return response;
        return response.replace(FETCHED_UID, (_all, start, uid) => {
          return start + (Number(uid) >= shift.truly ? shift.from + Number(uid) - shift.truly : uid);
        });
      }),
    },
  ),
];
