import { ifPossible } from '../../store/failures';
import { type Copied, FLAG, type FlagUpdate, type Mailbox, type Message } from '../../store/types';
import type { Item, OctetsItem } from '../fetch/items';
import type { Reading } from '../fetch/reading';
import type { LastAsked } from '../order/last-asked';
import { type Ordered, readOrdered } from '../order/ordered';
import { type Criterion, sorted } from '../order/sort';
import type { Thread, Threading } from '../order/threads';
import { no } from '../refusal';
import { formatBody } from '../response/body-structure';
import { type Test, testOf } from '../search/compile';
import type { Key, Leaf } from '../search/keys';
import { runSearch } from '../search/run';
import { contains, type Span } from '../syntax/sequence-set';
import { checkKeywords, type FlagChange, touches, updatesOf } from './flag-change';
import { type FlagClasses, flagClasses } from './rights';
import { View } from './view';

/** What SELECT tells of a mailbox (RFC 9051 §6.3.2). */
export interface SelectInfo {
  /** The number of the mailbox in the store. */
  mailbox: number;
  exists: number;
  recent: number;
  /** The number of the first message without \Seen, where there is one and the client wants to know (RFC 3501 §6.3.1). */
  firstUnseen?: number;
  uidValidity: number;
  uidNext: number;
  /** The greatest mod-sequence of the mailbox (RFC 7162 §3.1.2.1). */
  highestModseq: number;
}

/** What became of a STORE; UIDs ascending. */
export interface Stored {
  /** Of messages that have these flags now, whether or not they had them before. */
  changed: number[];
  /** Of messages that were left alone because they have changed since (RFC 7162 §3.1.3). */
  modified: number[];
}

/** What a client may be forbidden to do. */
export type Deed = 'store' | 'seen' | 'expunge' | 'move';

/** The rights that it takes, all of them (RFC 4314 §4); STORE takes one of three. */
const NEEDS = { seen: 's', expunge: 'e', move: 'te' } as const;

/** What a session does with the mailbox that it has selected; throws the Refusal of what cannot be done. */
export class Selected extends View {
  info(): SelectInfo {
    const { uidValidity, uidNext, highestModseq } = this.mailbox!;
    const { recentCount: recent } = this;
    const info: SelectInfo = {
      mailbox: this.id,
      exists: this.uids.length,
      recent,
      uidValidity,
      uidNext,
      highestModseq,
    };
    const unseen = this.session.rev2 ? undefined : this.mail.messages.firstUnseen(this.id);
    if (unseen !== undefined) info.firstUnseen = this.sequenceNumber(unseen);
    return info;
  }

  /** Whether the client may do so here: not in a mailbox that EXAMINE opened (RFC 9051 §6.3.3), and not without the rights to it. */
  may(what: Deed): boolean {
    if (this.readOnly) return false;
    const { rights } = this;
    const has = (letter: string) => rights.includes(letter);
    // RFC 6851 §4.2: MOVE needs what UID STORE, UID COPY and UID EXPUNGE do.
    return what === 'store' ? [...'swt'].some(has) : [...NEEDS[what]].every(has);
  }

  /** The flags that the client may change (RFC 4314 §5.1.1, PERMANENTFLAGS). */
  changeable(): FlagClasses {
    return this.readOnly ? flagClasses('') : this.storable();
  }

  /** Those that his rights let him change. */
  storable(): FlagClasses {
    return flagClasses(this.rights);
  }

  /** What of these is there still; other sessions may have removed some, told or not. */
  present(uids: readonly number[]): Message[] {
    this.model.prepare(uids);
    const present: Message[] = [];
    for (const uid of uids) {
      const message = this.message(uid);
      if (message) present.push(message);
    }
    return present;
  }

  /** Those of these (ascending) that have changed since that mod-sequence (RFC 7162 §3.1.4.1). */
  changed(since: number, uids: readonly number[]): number[] {
    return this.model.changed(since, uids);
  }

  /** Changes the flags of those messages that are there. */
  store(uids: readonly number[], change: FlagChange): Stored {
    const classes = this.storable();
    // RFC 4314 §4: it fails only where the client may change nothing that it names.
    if (!touches(change, classes)) throw no('You may not change those flags', 'NOPERM');
    if (change.mode !== '-' && change.keywords.length > 0 && classes.keywords)
      checkKeywords(this.mail.mailboxes.keywords(this.id), change.keywords);
    const messages = this.present(uids);
    const { unchangedSince: since } = change;
    const modified = new Set(
      since === undefined ? [] : messages.filter((message) => this.hasChanged(message, change, since)),
    );
    const left = messages.filter((message) => !modified.has(message));
    this.update(updatesOf(left, change, classes));
    return { changed: left.map(({ uid }) => uid), modified: [...modified].map(({ uid }) => uid) };
  }

  /**
   * Whether a message has changed since in what the client wants to change (RFC 7162 §3.1.12): other flags do not matter where single
   * ones are added or taken away, if it is known which they were.
   */
  private hasChanged({ uid, modseq }: Message, { mode, flags, keywords }: FlagChange, since: number): boolean {
    if (modseq <= since) return false;
    return mode === '=' || this.model.history.mayHaveChanged(uid, { flags, keywords }, since);
  }

  /** The value of BODY or BODYSTRUCTURE; only the second has extension data (RFC 9051 §7.5.2). */
  body({ blob }: Message, kind: 'BODY' | 'BODYSTRUCTURE', reading: Reading = this.session.reading): string {
    const { style } = this.session;
    return formatBody(reading.structure(blob), { style, extended: kind === 'BODYSTRUCTURE' });
  }

  /** What of a message is asked for; null where it has no such section. */
  octets(
    message: Message,
    { source, section, partial }: OctetsItem,
    reading: Reading = this.session.reading,
  ): Buffer | null {
    const whole = source.octets(this.session, message, section, reading);
    return whole && partial ? whole.subarray(partial.first, partial.first + partial.count) : whole;
  }

  /** How many octets that is. */
  size(message: Message, item: OctetsItem): number {
    return this.octets(message, item)?.length ?? 0;
  }

  /** The UIDs of the messages that fit, ascending. */
  search(key: Key): Promise<number[]> {
    return runSearch(this, key);
  }

  /** The messages that fit, in the order of the criteria (RFC 5256 §3). */
  async sort(key: Key, criteria: readonly Criterion[]): Promise<readonly Ordered[]> {
    const rowsAlone = criteria.every(({ row }) => row);
    const by = criteria.flatMap(({ of, reverse }) => [of, reverse]);
    return this.ordered(this.model.lastSort, key, by, rowsAlone, (messages) => sorted(messages, criteria));
  }

  /** The messages that fit, as conversations (RFC 5256 §3). */
  async thread(key: Key, threading: Threading): Promise<readonly Thread[]> {
    return this.ordered(this.model.lastThreads, key, [threading], false, threading);
  }

  private async ordered<Answer>(
    last: LastAsked<Answer>,
    key: Key,
    by: readonly unknown[],
    rowsAlone: boolean,
    order: (messages: readonly Ordered[]) => Answer,
  ): Promise<Answer> {
    const uids = await this.search(key);
    const known = last.of(by, uids);
    if (known) return known;
    const messages = await readOrdered(this, uids, rowsAlone);
    const answer = order(messages);
    // What could not be read is tried again.
    if (messages.length === uids.length) last.keep(by, uids, answer);
    return answer;
  }

  /** A key that has no others in it, made ready. */
  test(leaf: Leaf): Test {
    return testOf(this, leaf);
  }

  /** What SEARCH answers with: UIDs or sequence numbers. */
  answered(uids: number[], byUid: boolean): number[] {
    return byUid ? uids : this.sequenceNumbers(uids);
  }

  /** Whether to fetch it sets \Seen (RFC 9051 §6.4.5). */
  setsSeen(item: Item): boolean {
    return item.kind === 'octets' && !item.peek;
  }

  /** Sets \Seen where it is missing; gives the UIDs of those messages. */
  see(uids: readonly number[]): number[] {
    const unseen = this.present(uids).filter(({ flags }) => (flags & FLAG.seen) === 0);
    const updates = unseen.map(({ uid, flags, keywords }) => ({ uid, flags: flags | FLAG.seen, keywords }));
    // Mail can be read while nothing can be written.
    return ifPossible(() => this.update(updates)) ? unseen.map(({ uid }) => uid) : [];
  }

  private update(updates: readonly FlagUpdate[]): void {
    if (updates.length > 0) this.mail.messages.setFlags(this.id, updates, this.session);
  }

  /** All or none, with flags and internal date (RFC 9051 §6.4.7). */
  copy(uids: readonly number[], to: Mailbox): Copied {
    return this.mail.messages.copy(this.id, uids, to.id, this.session, this.session.account!.keeping(to));
  }

  /** Copies and removes in one step (RFC 6851 §3.3). */
  move(uids: readonly number[], to: Mailbox): Copied {
    return this.mail.messages.move(this.id, uids, to.id, this.session, this.session.account!.keeping(to));
  }

  /** Removes what is \Deleted: all of it, or what of it is named (RFC 9051 §6.4.3, §6.4.9). Gives the UIDs of what went. */
  expunge(named?: readonly number[]): number[] {
    const deleted = this.mail.messages.uidsByFlag(this.id, FLAG.deleted, true);
    const wanted = named && new Set(named);
    return this.mail.messages.expunge(
      this.id,
      wanted ? deleted.filter((uid) => wanted.has(uid)) : deleted,
      this.session,
    );
  }

  /**
   * The UIDs of these that were expunged since that mod-sequence, ascending (RFC 7162 §3.2.6). Not what the client still counts: of that it
   * is told like everybody else.
   */
  vanished(since: number, among: readonly Span[]): number[] {
    const gone = this.mail.messages.expungedSince(this.id, since);
    return gone.filter((uid) => contains(among, uid) && this.sequenceNumber(uid) === 0);
  }

  /** Ends the selection; with `expunge` what is \Deleted goes without a word (RFC 9051 §6.4.1). */
  close(expunge: boolean): void {
    this.leave();
    if (expunge && this.may('expunge') && !this.deleted) this.expunge();
  }
}
