/** Mistakes with mod-sequences: which ones there are, and when they are told (RFC 7162 §3.1, §3.2.11). */

import type { ImapSeams } from '../../reference-server/imap/seams';
import type { Message } from '../../reference-server/store/types';
import { countingEnds, hasEndedSince } from './ends';
import { editing, replacing } from './responses';
import { account, around, COMMON, defect, type ImapDefect, retyping, said, selected, withoutUntagged } from './tools';

const SELECTS = ['SELECT', 'EXAMINE'];
const STORES = ['STORE', 'UID STORE'];
const FETCHES = ['FETCH', 'UID FETCH'];
const HIGHEST = /^\* OK \[HIGHESTMODSEQ/;

/** Gives messages other mod-sequences; `known` are those that were there when the mailbox was selected. */
function numbering(number: (message: Message, known: ReadonlySet<number>) => number): ImapSeams {
  return selected((right) => {
    const known = new Set(right.uids);
    return {
      message(uid) {
        const message = right.message(uid);
        return message && { ...message, modseq: number(message, known) };
      },
    };
  });
}

export const modSequences: readonly ImapDefect[] = [
  defect(
    'modseq-fixed',
    'The mod-sequence of a message is that of its coming, whatever becomes of its flags.',
    COMMON,
    numbering(({ uid }) => uid + 1),
  ),
  defect(
    'modseq-of-seconds',
    'Changes of one moment share a mod-sequence.',
    COMMON,
    numbering(({ modseq }) => 1 + Math.floor(modseq / 1000)),
  ),
  defect(
    'modseq-counts-down',
    'A later change gets a smaller mod-sequence, as from a clock that was set back.',
    COMMON,
    numbering(({ modseq }) => 1_000_000 - modseq),
  ),
  defect(
    'modseq-new-message-first',
    'A new message begins with mod-sequence 1.',
    COMMON,
    numbering(({ uid, modseq }, known) => (known.has(uid) ? modseq : 1)),
  ),
  defect('modseq-lost-at-restart', 'Mod-sequences are counted anew when the server starts.', COMMON, {
    ...countingEnds,
    ...selected((right) => {
      const { service } = right.session;
      const ended = hasEndedSince(service, right.id);
      return {
        message(uid) {
          const message = right.message(uid);
          return message && ended() ? { ...message, modseq: 1 } : message;
        },
      };
    }),
  }),
  defect(
    'modseq-of-session',
    'Mod-sequences are kept for a session and begin anew with the next.',
    COMMON,
    selected((right) => {
      const before = right.mailbox!.highestModseq;
      return {
        message(uid) {
          const message = right.message(uid);
          return message && { ...message, modseq: Math.max(1, message.modseq - before) };
        },
      };
    }),
  ),
  defect(
    'modseq-changes-without-change',
    'A STORE that changes nothing gives the message a new mod-sequence.',
    COMMON,
    selected((right) => ({
      store(uids, change) {
        const { id, session } = right;
        if (change.unchangedSince === undefined)
          session.store.messages.setFlags(
            id,
            right.present(uids).map(({ uid, flags, keywords }) => ({ uid, flags, keywords })),
            session,
          );
        return right.store(uids, change);
      },
    })),
  ),
  defect(
    'modseq-zero',
    'MODSEQ of a message that STORE changed is 0.',
    'https://github.com/jstedfast/MailKit/issues/228',
    editing((response, _session, command) =>
      command && STORES.includes(command.name) ? response.replace(/MODSEQ \(\d+\)/, 'MODSEQ (0)') : response,
    ),
  ),
  defect(
    'modseq-negative',
    'A mod-sequence is told as a number with a sign.',
    'https://github.com/jstedfast/MailKit/issues/495',
    replacing(/MODSEQ \(\d+\)/, 'MODSEQ (-1)'),
  ),
  defect('modseq-bare', 'MODSEQ of FETCH has no parentheses.', COMMON, replacing(/MODSEQ \((\d+)\)/, 'MODSEQ $1')),
  defect(
    'highestmodseq-zero',
    'An empty mailbox has HIGHESTMODSEQ 0.',
    'https://github.com/Purelymail/purelymail-issues/issues/446',
    selected((right) => ({
      info() {
        const info = right.info();
        return info.exists === 0 ? { ...info, highestModseq: 0 } : info;
      },
    })),
  ),
  defect(
    'highestmodseq-stale',
    'HIGHESTMODSEQ is the mod-sequence from before the last change.',
    COMMON,
    selected((right) => ({
      info() {
        const info = right.info();
        return { ...info, highestModseq: Math.max(1, info.highestModseq - 1) };
      },
    })),
  ),
  defect(
    'status-highestmodseq-next',
    'STATUS tells the mod-sequence that comes next.',
    COMMON,
    account((right) => ({
      status(mailbox, items) {
        const data = right.status(mailbox, items);
        const { HIGHESTMODSEQ } = data;
        return HIGHESTMODSEQ === undefined ? data : { ...data, HIGHESTMODSEQ: Number(HIGHESTMODSEQ) + 1 };
      },
    })),
  ),
  defect(
    'nomodseq-takes-all',
    'A mailbox without mod-sequences is treated as if it had some.',
    COMMON,
    replacing(/\[HIGHESTMODSEQ \d+\]/, '[NOMODSEQ]'),
  ),
  defect('select-without-highestmodseq', 'SELECT tells no HIGHESTMODSEQ, unless CONDSTORE stands behind it.', COMMON, {
    out: (response, _session, command) =>
      command && SELECTS.includes(command.name) && !/condstore/i.test(said(command)) && HIGHEST.test(response)
        ? undefined
        : response,
  }),
  defect(
    'examine-without-highestmodseq',
    'EXAMINE tells no HIGHESTMODSEQ.',
    COMMON,
    withoutUntagged(['EXAMINE'], HIGHEST),
  ),
  defect('condstore-without-highestmodseq', 'SELECT with CONDSTORE tells no HIGHESTMODSEQ.', COMMON, {
    ...withoutUntagged(SELECTS, HIGHEST),
  }),
  defect(
    'enabling-without-highestmodseq',
    'The first command that enables CONDSTORE does not tell where the selected mailbox stands.',
    COMMON,
    {
      out: (response, _session, command) =>
        command && !SELECTS.includes(command.name) && HIGHEST.test(response) ? undefined : response,
    },
  ),
  defect(
    'modseq-never-unasked',
    'MODSEQ comes only where FETCH asks for it.',
    COMMON,
    editing((response, _session, command) =>
      command && FETCHES.includes(command.name) ? response : response.replace(/ MODSEQ \(\d+\)(?=[ )])/, ''),
    ),
  ),
  defect(
    'select-condstore-ignored',
    'CONDSTORE of SELECT enables nothing.',
    COMMON,
    retyping(SELECTS, (text) => text.replace(/ \(condstore\)$/i, '')),
  ),
  defect(
    'enable-condstore-ignored',
    'ENABLE CONDSTORE enables nothing.',
    COMMON,
    retyping(['ENABLE'], (text) => text.replace(/ condstore\b/i, ' X-NOTHING')),
  ),
  defect(
    'modseq-without-uid',
    'UIDs come only with what names UIDs.',
    COMMON,
    editing((response, _session, command) =>
      command?.name.startsWith('UID ') || !/^\* \d+ FETCH .*FLAGS/.test(response)
        ? response
        : response.replace(/(?<=\()UID \d+ | UID \d+(?=[ )])/, ''),
    ),
  ),
  defect('condstore-words-in-capitals', 'The words of CONDSTORE are known in capitals only.', COMMON, {
    ...around([...STORES, ...FETCHES, ...SELECTS, 'SEARCH', 'STATUS'], (_session, { raw }, next) => {
      const words = /condstore|unchangedsince|changedsince|highestmodseq|modseq/g;
      raw.segments.splice(0, raw.segments.length, ...raw.segments.map((text) => text.replace(words, 'X')));
      return next();
    }),
  }),
];
