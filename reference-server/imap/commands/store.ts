import type { FlagUpdate, Message } from '../../store/types';
import type { StoreMode } from '../choices/messages';
import { type Command, completed } from '../command';
import { bad, no } from '../refusal';
import { flagsOf } from '../response/announce';
import type { Session } from '../session';
import { type Flags, hasKeyword, readFlags } from '../syntax/flags';
import { readSequenceSet } from '../syntax/sequence-set';
import { checkMay } from './expunge';

/** Different keywords that one mailbox may know. */
const MOST_KEYWORDS = 500;

type Mode = StoreMode;

/** RFC 9051 §6.4.6. */
export const store: Command = {
  state: 'selected',
  announces: 'no-expunges',
  run(session, call) {
    const { args } = call;
    args.space();
    const set = readSequenceSet(args, session.offers('SEARCHRES'));
    args.space();
    const mode: Mode = args.accept('+') ? '+' : args.accept('-') ? '-' : '=';
    const item = args.keyword();
    if (item !== 'FLAGS' && item !== 'FLAGS.SILENT')
      throw bad(`STORE changes no ${item.slice(0, 40)}`).because('syntax');
    args.space();
    const given = readFlags(args, true);
    args.end();
    const uids = session.selected!.named(set, call.uid);
    checkMay(session, 'store');
    checkKeywords(session, mode, given);
    const changed = change(session, uids, mode, given);
    if (item === 'FLAGS') for (const uid of changed) answer(session, uid, call.uid);
    // RFC 2180 §4.2.1: what another session expunged cannot be changed any more.
    if (!call.uid && changed.length < uids.length) throw no('Some of them are gone', 'EXPUNGEISSUED');
    return completed(call);
  },
};

/** UID STORE may tell of expunges (RFC 9051 §7.5.1). */
export const uidStore: Command = { ...store, announces: 'everything' };

/** Changes the flags; gives the UIDs of the messages that are there. */
function change(session: Session, uids: number[], mode: Mode, given: Flags): number[] {
  const view = session.selected!;
  view.model.prepare(uids);
  const messages = uids.flatMap((uid) => view.message(uid) ?? []);
  const updates = messages
    .map((message) => updated(session, message, mode, given))
    .filter((update, i) => differs(update, messages[i]!));
  if (updates.length > 0) session.store.messages.setFlags(view.id, updates, session);
  return messages.map(({ uid }) => uid);
}

function updated(session: Session, { uid, flags, keywords }: Message, mode: Mode, given: Flags): FlagUpdate {
  return {
    uid,
    flags: session.choices.stored(mode, flags, given.system),
    keywords: session.choices.storesKeywords ? changedKeywords(keywords, mode, given.keywords) : keywords,
  };
}

function changedKeywords(before: readonly string[], mode: Mode, given: string[]): readonly string[] {
  if (mode === '=') return given;
  if (mode === '-') return before.filter((keyword) => !hasKeyword(given, keyword));
  return [...before, ...given.filter((keyword) => !hasKeyword(before, keyword))];
}

function differs(update: FlagUpdate, message: Message): boolean {
  return update.flags !== message.flags || update.keywords.join(' ') !== message.keywords.join(' ');
}

function answer(session: Session, uid: number, withUid: boolean): void {
  const view = session.selected!;
  view.told(uid);
  const flags = `FLAGS ${flagsOf(session, view.message(uid)!)}`;
  session.untagged(`${view.sequenceNumber(uid)} FETCH (${withUid || session.rev2 ? `UID ${uid} ` : ''}${flags})`);
}

/** Keywords are remembered for ever, so there is an end to them (RFC 5530 §3, LIMIT). */
function checkKeywords(session: Session, mode: Mode, { keywords }: Flags): void {
  if (mode === '-' || keywords.length === 0) return;
  const known = session.store.mailboxes.keywords(session.selected!.id);
  const fresh = keywords.filter((keyword) => !hasKeyword(known, keyword));
  if (known.length + fresh.length > MOST_KEYWORDS) throw no('The mailbox has too many keywords', 'LIMIT');
}
