import type { FlagChange } from '../backend/flag-change';
import { type Command, completed } from '../command';
import { type Item, withItems } from '../fetch/items';
import { bad, no } from '../refusal';
import { announceFlags, besides, tellItems } from '../response/announce';
import type { Session } from '../session';
import type { Arguments } from '../syntax/arguments';
import { readFlags } from '../syntax/flags';
import { formatSet, readSequenceSet } from '../syntax/sequence-set';
import { checkMay } from './expunge';

/** RFC 9051 §6.4.6. */
export const store: Command = {
  state: 'selected',
  announces: 'no-expunges',
  run(session, call) {
    const { args } = call;
    args.space();
    const set = readSequenceSet(args, session.tables.sets);
    args.space();
    const modifiers = args.sees('(') ? readModifiers(session, args) : {};
    const mode = args.accept('+') ? '+' : args.accept('-') ? '-' : '=';
    const item = args.keyword();
    if (item !== 'FLAGS' && item !== 'FLAGS.SILENT')
      throw bad(`STORE changes no ${item.slice(0, 40)}`).because('syntax');
    args.space();
    const { system, keywords } = readFlags(args, true);
    args.end();
    const selected = session.selected!;
    const uids = selected.named(set, call.uid);
    checkMay(session, 'store');
    const { changed, modified } = selected.store(uids, { mode, flags: system, keywords, ...modifiers });
    answer(session, changed, call.uid, item === 'FLAGS');
    // RFC 7162 §3.1.3: so the client need not ask what has kept its change from being made.
    for (const uid of modified) announceFlags(session, uid);
    const code =
      modified.length > 0
        ? `MODIFIED ${formatSet(call.uid ? modified : selected.sequenceNumbers(modified))}`
        : undefined;
    // RFC 2180 §4.2.1: what another session expunged cannot be changed any more.
    if (!call.uid && changed.length + modified.length < uids.length)
      throw no('Some of them are gone', code ?? 'EXPUNGEISSUED');
    return completed(call, code);
  },
};

/** UID STORE may tell of expunges (RFC 9051 §7.5.1). */
export const uidStore: Command = { ...store, announces: 'everything' };

/** RFC 4466 §2.5, and the space behind them. */
function readModifiers(session: Session, args: Arguments): Partial<FlagChange> {
  const modifiers = args.list(() => args.named(session.tables.store, 'STORE has no modifier')(session, args));
  args.space();
  return Object.assign({}, ...modifiers);
}

/** With .SILENT flags are left out, and what extensions tell besides is not (RFC 7162 §3.1.3). */
function answer(session: Session, uids: readonly number[], withUid: boolean, withFlags: boolean): void {
  const others = besides(session);
  if (!withFlags && others.length === 0) return;
  const items: Item[] = [
    ...(withUid || session.rev2 ? [{ kind: 'UID' as const }] : []),
    ...(withFlags ? [{ kind: 'FLAGS' as const }] : []),
  ];
  for (const uid of uids) tellItems(session, uid, withItems(items, others));
}
