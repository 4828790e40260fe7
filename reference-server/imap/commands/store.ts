import { type Command, completed } from '../command';
import { bad, no } from '../refusal';
import { flagsOf } from '../response/announce';
import type { Session } from '../session';
import { readFlags } from '../syntax/flags';
import { readSequenceSet } from '../syntax/sequence-set';
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
    const changed = selected.store(uids, { mode, flags: system, keywords });
    if (item === 'FLAGS') for (const uid of changed) answer(session, uid, call.uid);
    // RFC 2180 §4.2.1: what another session expunged cannot be changed any more.
    if (!call.uid && changed.length < uids.length) throw no('Some of them are gone', 'EXPUNGEISSUED');
    return completed(call);
  },
};

/** UID STORE may tell of expunges (RFC 9051 §7.5.1). */
export const uidStore: Command = { ...store, announces: 'everything' };

function answer(session: Session, uid: number, withUid: boolean): void {
  const selected = session.selected!;
  selected.told(uid);
  const flags = `FLAGS ${flagsOf(session, selected.message(uid)!)}`;
  session.untagged(`${selected.sequenceNumber(uid)} FETCH (${withUid || session.rev2 ? `UID ${uid} ` : ''}${flags})`);
}
