/** Mistakes with opening and closing mailboxes, and with UIDs and UIDVALIDITY (RFC 9051 §2.3.1, §6.3.2, §6.4.1). */

import type { Deed, Selected } from '../../reference-server/imap/backend/selected';
import { readMailbox } from '../../reference-server/imap/mailbox-name';
import { no } from '../../reference-server/imap/refusal';
import type { ImapService } from '../../reference-server/imap/service';
import type { Session } from '../../reference-server/imap/session';
import { readSequenceSet } from '../../reference-server/imap/syntax/sequence-set';
import { replaced } from '../../reference-server/seams';
import { FLAG } from '../../reference-server/store/types';
import { status } from './listing';
import { editing, replacing, withholding } from './responses';
import { after, around, COMMON, defect, type ImapDefect, selected } from './tools';

const forgetsExamined = (forgiven: Deed) =>
  selected((right) => ({ may: (what) => what === forgiven || right.may(what) }));

/** Sessions of a server, in the order in which they came. */
const serials = new WeakMap<ImapService, Session[]>();

function serial(session: Session): number {
  const sessions = serials.get(session.service) ?? [];
  serials.set(session.service, sessions);
  if (!sessions.includes(session)) sessions.push(session);
  return sessions.indexOf(session) + 1;
}

/** Where a response tells the UIDVALIDITY of a mailbox, and the UID of a message. */
export const VALIDITY = /^(\* (?:OK \[|STATUS .*\((?:\S+ \d+ )*)UIDVALIDITY )(\d+)/;
const FETCHED_UID = /^(\* \d+ FETCH \((?:[\s\S]*?[ )])?UID )(\d+)/;

const LEAVING = ['LOGOUT', 'CLOSE', 'UNSELECT', 'SELECT', 'EXAMINE'];
/** The flags that messages had before this session changed any. */
const before = new WeakMap<Selected, Map<number, number>>();

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
    selected((right) => ({
      info() {
        const { firstUnseen, ...info } = right.info();
        return firstUnseen === undefined ? info : { ...info, firstUnseen: right.mailbox!.unseen };
      },
    })),
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
    forgetsExamined('store'),
  ),
  defect(
    'examine-expunges',
    'EXPUNGE works in an examined mailbox.',
    'https://github.com/emersion/go-imap/issues/672',
    forgetsExamined('expunge'),
  ),
  defect(
    'examine-sets-seen',
    'FETCH sets \\Seen in an examined mailbox.',
    'https://github.com/manusa/isotope-mail/issues/205',
    forgetsExamined('seen'),
  ),
  defect(
    'close-keeps-deleted',
    'CLOSE removes nothing.',
    'https://github.com/kisli/vmime/issues/112',
    selected((right) => ({ close: () => right.close(false) })),
  ),
  defect(
    'unselect-expunges',
    'UNSELECT removes what is \\Deleted.',
    COMMON,
    selected((right) => ({ close: () => right.close(true) })),
  ),
  defect('close-sends-expunge', 'CLOSE tells of what it removes.', COMMON, {
    ...around(['CLOSE'], async (session, _call, next) => {
      const { selected: mailbox } = session;
      const gone = mailbox ? session.store.messages.uidsByFlag(mailbox.id, FLAG.deleted, true) : [];
      for (const [told, uid] of gone.entries()) session.untagged(`${mailbox!.sequenceNumber(uid) - told} EXPUNGE`);
      return next();
    }),
  }),
  defect(
    'flags-not-permanent',
    'Flags are forgotten at the end of the session.',
    'https://github.com/stalwartlabs/stalwart/issues/1138',
    {
      async around(session, call, next) {
        const { selected: mailbox } = session;
        if (mailbox && call.name.endsWith('STORE')) {
          const known = before.get(mailbox) ?? new Map();
          for (const uid of mailbox.uids) if (!known.has(uid)) known.set(uid, mailbox.message(uid)?.flags);
          before.set(mailbox, known);
        }
        const changed = mailbox && LEAVING.includes(call.name) ? before.get(mailbox) : undefined;
        const done = await next();
        const updates = [...(changed ?? [])].map(([uid, flags]) => ({ uid, flags, keywords: [] }));
        if (mailbox && updates.length > 0) session.store.messages.setFlags(mailbox.id, updates);
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
    around(['STORE', 'UID STORE'], async ({ selected: mailbox }, { raw, args, uid }, next) => {
      const recent = /\\Recent\b/i;
      if (!mailbox || !recent.test(args.rest)) return next();
      const copy = args.clone();
      copy.space();
      const set = readSequenceSet(copy, []);
      mailbox.addRecent(mailbox.named(set, uid));
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
    parts: {
      ...status((item, value, { highestModseq }) => (item === 'UIDNEXT' ? value + highestModseq : value)).parts,
      selected: (right) => ({
        info() {
          const info = right.info();
          return { ...info, uidNext: info.uidNext + right.mailbox!.highestModseq };
        },
      }),
    },
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
        const { mailbox, model } = session.selected ?? {};
        const next = mailbox?.uidNext;
        if (model && next !== undefined && !model.has(next - 1)) {
          reused.set(session, { from: (model.uids.at(-1) ?? 0) + 1, truly: next });
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
