import { knownUpTo, type MatchData } from '../backend/match-data';
import type { Selected } from '../backend/selected';
import type { Call } from '../command';
import { respondAll } from '../commands/fetch';
import type { SelectParameter } from '../commands/select';
import type { Extension } from '../extension';
import type { FetchModifier } from '../fetch/modifiers';
import { bad } from '../refusal';
import type { Session } from '../session';
import type { Arguments } from '../syntax/arguments';
import { readModSequence } from '../syntax/mod-sequence';
import { formatSet, readSpans, resolve, type Span } from '../syntax/sequence-set';
import { knowsModSequences, MODSEQ } from './condstore';
import { loggedIn } from './states';

/** RFC 7162 §3.2.3: nothing of this is for a client that has not said ENABLE QRESYNC. */
function isEnabled(session: Session): boolean {
  return session.enabled.has('QRESYNC');
}

function checkEnabled(session: Session): void {
  if (!isEnabled(session)) throw bad('First say ENABLE QRESYNC');
}

/** What a client says that comes back (RFC 7162 §3.2.5). */
interface LastSeen {
  uidValidity: number;
  since: number;
  /** All that there ever were, when absent. */
  known?: Span[];
  matches?: MatchData;
}

/** RFC 7162 §7. */
function readLastSeen(args: Arguments): LastSeen {
  args.space();
  args.expect('(');
  const uidValidity = args.number(1);
  args.space();
  const last: LastSeen = { uidValidity, since: readModSequence(args, 1) };
  let more = args.trySpace();
  if (more && !args.sees('(')) {
    last.known = readSpans(args);
    more = args.trySpace();
  }
  if (more) {
    args.expect('(');
    const numbers = readSpans(args, 'ascending');
    args.space();
    last.matches = { numbers, uids: readSpans(args, 'ascending') };
    args.expect(')');
  }
  args.expect(')');
  return last;
}

function resynchronize(session: Session, args: Arguments): SelectParameter {
  checkEnabled(session);
  const last = readLastSeen(args);
  return {
    async opened(selected) {
      const { uidValidity, uidNext } = selected.mailbox!;
      // RFC 7162 §3.2.5: these are not the messages that the client knows; it sees that by itself.
      if (uidValidity !== last.uidValidity) return;
      const known = resolve(last.known ?? [[1, uidNext - 1]], 0);
      tellVanished(selected, last.since, behind(known, last.matches ? knownUpTo(selected.uids, last.matches) : 0));
      const uids = selected.changed(last.since, selected.named(known, true));
      await respondAll(session, uids, [{ kind: 'UID' }, { kind: 'FLAGS' }, MODSEQ]);
    },
  };
}

function behind(spans: readonly Span[], uid: number): Span[] {
  return spans.flatMap(([from, to]): Span[] => (to > uid ? [[Math.max(from, uid + 1), to]] : []));
}

function tellVanished(selected: Selected, since: number, among: readonly Span[]): void {
  const gone = selected.vanished(since, among);
  if (gone.length > 0) selected.session.untagged(`VANISHED (EARLIER) ${formatSet(gone)}`);
}

/** RFC 7162 §3.2.6. */
function vanished(session: Session, { uid }: Call): FetchModifier {
  checkEnabled(session);
  if (!uid) throw bad('VANISHED is for UID FETCH');
  return {
    items: [],
    left: (_selected, uids) => [...uids],
    before(selected, set, modifiers) {
      const since = modifiers.find((modifier) => modifier.since !== undefined)?.since;
      if (since === undefined) throw bad('VANISHED is nothing without CHANGEDSINCE');
      // A name stands for messages that are there (RFC 5182 §2.1). The last may be one that is gone: behind it nobody counts.
      if (typeof set !== 'string') tellVanished(selected, since, resolve(set, selected.mailbox!.uidNext - 1));
    },
  };
}

export const qresync: Extension = {
  name: 'QRESYNC',
  rfc: '7162 §3.2',
  shows: loggedIn,
  needs: ['CONDSTORE', 'ENABLE'],
  enable: true,
  enabled: knowsModSequences,
  select: { QRESYNC: resynchronize },
  fetchModifiers: { VANISHED: vanished },
  expunged: {
    instead: (session, uids) => (isEnabled(session) ? `VANISHED ${formatSet(uids)}` : undefined),
    // RFC 7162 §3.2: who loses the connection now asks later for what came behind this.
    waiting: (session, { toldUpTo }) =>
      isEnabled(session) && toldUpTo !== undefined
        ? `[HIGHESTMODSEQ ${Math.max(1, toldUpTo)}] Some that are gone are still to be told`
        : undefined,
  },
  codes: {
    // RFC 7162 §3.2.7, §3.2.9.
    expunged: (session, selected) =>
      isEnabled(session) ? `HIGHESTMODSEQ ${selected.info().highestModseq}` : undefined,
  },
};
