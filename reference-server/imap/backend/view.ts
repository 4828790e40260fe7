import type { Change, Mailbox, MailboxId, Message, Store } from '../../store/types';
import { bad } from '../refusal';
import type { Session } from '../session';
import { contains, normalize, resolve, type SequenceSet, type Span } from '../syntax/sequence-set';
import { type MailboxModel, positionOf, removeAll } from './model';
import type { Models } from './models';

/** What has happened to a mailbox and is now to be said to this session's client. */
export interface News {
  /** What is gone, lowest first; each number counted after those before it went. */
  expunged: Array<{ number: number; uid: number }>;
  /** Whether messages were added to the view. */
  arrived: boolean;
  /** UIDs of messages that are there and have other flags than the client knows. */
  flagged: number[];
}

/**
 * A selected mailbox as one session's client sees it: sequence numbers hold still until the client is told (RFC 9051 §7.5.1), while
 * messages come, go and change underneath.
 */
export class View {
  readonly id: MailboxId;
  /** UIDs by sequence number, the first at 0. */
  readonly uids: number[];
  readonly model: MailboxModel;
  /** The mailbox was deleted, by whomever. */
  deleted = false;
  /** Keywords that the client was told of by FLAGS. */
  keywords: string[];
  protected readonly mail: Store;
  private readonly models: Models;
  private readonly kept = new Map<string, readonly number[]>();
  private recent: Span[] = [];
  /** With the mod-sequences of their expunges, the least first: they are noted as they happen. */
  private readonly gone = new Map<number, number>();
  private arrived: number[] = [];
  private readonly flagged = new Set<number>();
  /** What the client may do here, as long as the list is the same. */
  private held: string | undefined;
  /** The PERMANENTFLAGS that the client was told. */
  toldPermanent = '';
  private readonly listeners = new Set<() => void>();
  private stop = () => {};

  constructor(
    /** Who has it selected. */
    readonly session: Session,
    private readonly opened: Mailbox,
    readonly readOnly: boolean,
  ) {
    this.id = opened.id;
    this.mail = session.store;
    this.models = session.service.models;
    this.model = this.models.enter(opened.id);
    this.uids = this.model.uids.slice();
    this.keywords = this.mail.mailboxes.keywords(opened.id);
  }

  /** Begins to hear of changes. Not at once: whoever replaces a method does so before. */
  enter(): void {
    this.claimRecent(this.opened);
    this.stop = this.mail.changes.watch(this.id, (change) => this.note(change));
  }

  leave(): void {
    this.stop();
    this.models.leave(this.id);
  }

  /** The mailbox as it is now. */
  get mailbox(): Mailbox | undefined {
    return this.mail.mailboxes.get(this.id);
  }

  /** What the client may do here, as letters (RFC 4314 §2.1). */
  get rights(): string {
    this.held ??= this.session.account!.rights(this.opened);
    return this.held;
  }

  /** The message as it is now; undefined when it is gone, told or not. */
  message(uid: number): Message | undefined {
    return this.model.message(uid);
  }

  /** 0 when the client does not know it. */
  sequenceNumber(uid: number): number {
    const place = positionOf(this.uids, uid);
    return this.uids[place] === uid ? place + 1 : 0;
  }

  /** The sequence numbers of messages of the view; soonest where UIDs ascend. */
  sequenceNumbers(uids: readonly number[]): number[] {
    let place = -1;
    return uids.map((uid) => {
      place = this.uids[place + 1] === uid ? place + 1 : positionOf(this.uids, uid);
      return place + 1;
    });
  }

  /** What a set names, of sequence numbers or of UIDs, in spans that ascend; `*` is the last (RFC 9051 §9, seq-range). */
  spans(set: readonly Span[], byUid: boolean): Span[] {
    return resolve(set, byUid ? (this.uids.at(-1) ?? 0) : this.uids.length);
  }

  /** The UIDs of the messages that a set names, ascending: BAD for numbers beyond the mailbox (RFC 9051 §9, seq-number). */
  named(set: SequenceSet, byUid: boolean): number[] {
    if (typeof set === 'string')
      return (this.kept.get(set) ?? []).filter((uid) => this.sequenceNumber(uid) > 0 && !this.gone.has(uid));
    const spans = this.spans(set, byUid);
    // RFC 9051 §6.4.9: UIDs that nobody has are passed over.
    if (byUid)
      return this.slices(spans.map(([from, to]) => [positionOf(this.uids, from), positionOf(this.uids, to + 1)]));
    const last = this.uids.length;
    if (spans.some(([from, to]) => from < 1 || to > last))
      throw bad('The mailbox has no message of that number').because('number');
    return this.slices(spans.map(([from, to]) => [from - 1, to]));
  }

  /** Mostly one, of the whole mailbox: it is copied once. */
  private slices(places: ReadonlyArray<readonly [from: number, to: number]>): number[] {
    const [first, ...others] = places.map(([from, to]) => this.uids.slice(from, to));
    return first?.concat(...others) ?? [];
  }

  /** Lets a name stand for these messages from now on, but for what is gone of them. */
  keep(name: string, uids: readonly number[]): void {
    this.kept.set(name, uids);
  }

  isRecent(uid: number): boolean {
    return contains(this.recent, uid);
  }

  addRecent(uids: readonly number[]): void {
    this.recent = normalize([...this.recent, ...uids.map((uid): Span => [uid, uid])]);
  }

  /** How many messages of the view are recent. */
  get recentCount(): number {
    const count = ([from, to]: Span) => positionOf(this.uids, to + 1) - positionOf(this.uids, from);
    return this.recent.reduce((sum, span) => sum + count(span), 0);
  }

  /** Whether something waits to be said. */
  get hasNews(): boolean {
    return this.gone.size > 0 || this.arrived.length > 0 || this.flagged.size > 0;
  }

  /** Whether messages are gone that the client still counts. */
  get hasGone(): boolean {
    return this.gone.size > 0;
  }

  /** The greatest mod-sequence below which no expunge is untold (RFC 7162 §3.2); undefined where none is. */
  get toldUpTo(): number | undefined {
    const [first] = this.gone.values();
    return first === undefined ? undefined : first - 1;
  }

  /** Takes the news that may be told now, and makes it the client's view. Expunges only where `expunges` allows them. */
  news(expunges: boolean): News {
    const news: News = { expunged: [], arrived: this.arrived.length > 0, flagged: [] };
    if (expunges && this.gone.size > 0) {
      const gone = [...this.gone.keys()].sort((a, b) => a - b);
      news.expunged = gone.map((uid, told) => ({ number: this.sequenceNumber(uid) - told, uid }));
      removeAll(this.uids, gone);
      this.gone.clear();
    }
    if (news.arrived) {
      for (const uid of this.arrived) this.uids.push(uid);
      this.arrived = [];
      this.claimRecent(this.mailbox);
    }
    news.flagged = [...this.flagged].filter((uid) => this.sequenceNumber(uid) > 0 && !this.gone.has(uid));
    this.flagged.clear();
    return news;
  }

  /** The client was told of this message's flags just now. */
  told(uid: number): void {
    this.flagged.delete(uid);
  }

  /** Calls back when there is news; returns what ends it. */
  watch(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** Something changed in the mailbox. */
  note(change: Change): void {
    const last = this.uids.at(-1) ?? 0;
    if (change.kind === 'deleted') this.deleted = true;
    else if (change.kind === 'rights') this.held = undefined;
    else if (change.kind === 'appended') for (const message of change.messages) this.arrived.push(message.uid);
    else if (change.kind === 'expunged') this.noteExpunged(change);
    else if (change.kind === 'flags' && change.by !== this.session) {
      for (const { uid } of change.messages) if (uid <= last) this.flagged.add(uid);
    } else return;
    for (const listener of this.listeners) listener();
  }

  /** Messages that came and went untold never were. */
  private noteExpunged({ uids, modseq }: { uids: readonly number[]; modseq: number }): void {
    const last = this.uids.at(-1) ?? 0;
    for (const uid of uids) if (uid <= last) this.gone.set(uid, modseq);
    const untold = uids.filter((uid) => uid > last);
    if (untold.length > 0) removeAll(this.arrived, untold);
  }

  /** EXAMINE and sessions that never hear of \Recent take nothing away from others (RFC 3501 §2.3.2). */
  private claimRecent(mailbox: Mailbox | undefined): void {
    if (!mailbox) return;
    const looks = this.readOnly || this.session.rev2;
    const from = looks ? mailbox.recentFrom : this.mail.mailboxes.claimRecent(this.id);
    if (from < mailbox.uidNext) this.recent = normalize([...this.recent, [from, mailbox.uidNext - 1]]);
  }
}
