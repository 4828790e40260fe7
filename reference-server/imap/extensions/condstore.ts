import type { Call } from '../command';
import type { Extension } from '../extension';
import type { Item } from '../fetch/items';
import type { FetchModifier } from '../fetch/modifiers';
import { bad } from '../refusal';
import { type KeyReader, names, type OtherKey } from '../search/keys';
import type { Session } from '../session';
import { readModSequence } from '../syntax/mod-sequence';
import { loggedIn } from './states';

/** Sessions whose client has shown that it knows mod-sequences (RFC 7162 §3.1). */
const aware = new WeakSet<Session>();

/** The first command that shows it brings the mod-sequence of the mailbox that is selected (RFC 7162 §3.1). */
export function knowsModSequences(session: Session): void {
  if (aware.has(session)) return;
  aware.add(session);
  if (session.selected) session.untagged(`OK ${highest(session.selected.info())}`);
}

function highest({ highestModseq }: { highestModseq: number }): string {
  return `[HIGHESTMODSEQ ${highestModseq}] The greatest mod-sequence`;
}

/** RFC 7162 §3.1.4.2. */
export const MODSEQ: Item = {
  kind: 'other',
  word: 'MODSEQ',
  writer(session) {
    knowsModSequences(session);
    return ({ modseq }) => `MODSEQ (${modseq})`;
  },
};

/** RFC 7162 §3.1.4.1. */
function changedSince(_session: Session, { args }: Call): FetchModifier {
  args.space();
  const since = readModSequence(args, 1);
  return {
    items: [MODSEQ],
    since,
    left: (selected, uids) => {
      knowsModSequences(selected.session);
      return selected.changed(since, uids);
    },
  };
}

/** RFC 7162 §3.1.5. A message has one mod-sequence here, whichever flag the client names. */
function readKey({ args }: KeyReader): OtherKey {
  args.space();
  if (args.sees('"')) {
    if (!/^\/flags\/./i.test(args.string())) throw bad('That is no entry of a flag').because('syntax');
    args.space();
    if (!['PRIV', 'SHARED', 'ALL'].includes(args.keyword())) throw bad('That is no type of an entry').because('syntax');
    args.space();
  }
  const least = readModSequence(args, 0);
  return { kind: 'other', word: 'MODSEQ', test: () => ({ cost: 1, fits: (one) => one.message().modseq >= least }) };
}

export const condstore: Extension = {
  name: 'CONDSTORE',
  rfc: '7162 §3.1',
  shows: loggedIn,
  enable: true,
  enabled: knowsModSequences,
  forgets: (session) => void aware.delete(session),
  // Of the mailbox that is left nothing more is told.
  select: { CONDSTORE: () => ({ before: (session) => void aware.add(session) }) },
  opened: highest,
  status: {
    HIGHESTMODSEQ(session, { highestModseq }) {
      knowsModSequences(session);
      return highestModseq;
    },
  },
  fetch: { MODSEQ: () => MODSEQ },
  fetchModifiers: { CHANGEDSINCE: changedSince },
  // RFC 7162 §3.2.4 asks for the UID as well.
  beside: (session) => (aware.has(session) ? [{ kind: 'UID' }, MODSEQ] : []),
  store: {
    UNCHANGEDSINCE(session, args) {
      args.space();
      const unchangedSince = readModSequence(args, 0);
      knowsModSequences(session);
      return { unchangedSince };
    },
  },
  search: {
    keys: { MODSEQ: readKey },
    answer(session, key, uids) {
      if (!names(key, 'MODSEQ')) return undefined;
      knowsModSequences(session);
      const found = session.selected!.present(uids);
      if (found.length === 0) return undefined;
      return `MODSEQ ${found.reduce((most, { modseq }) => Math.max(most, modseq), 0)}`;
    },
  },
};
