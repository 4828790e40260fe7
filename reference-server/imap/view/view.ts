import type { Change } from '../../store/changes';
import type { Mailbox, MailboxId, Message, Store } from '../../store/types';
import type { Session } from '../session';
import { contains, normalize, resolve, type SequenceSet, type Span } from '../syntax/sequence-set';
import { type MailboxModel, positionOf, removeAll } from './model';
import type { Models } from './models';

/** What has happened to a mailbox and is now to be said to this session's client. */
export interface News {
  /** Sequence numbers of what is gone, lowest first, each counted after those before it went. */
  expunged: number[];
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
  /** The result of the last SEARCH with SAVE: UIDs (RFC 5182). */
  saved: number[] = [];
  /** The mailbox was deleted, by whomever. */
  deleted = false;
  /** Keywords that the client was told of by FLAGS. */
  keywords: string[];
  private recent: Span[] = [];
  private readonly gone = new Set<number>();
  private arrived: number[] = [];
  private readonly flagged = new Set<number>();
  private forgotten: number[] | undefined;
  private readonly stop: () => void;
  private readonly store: Store;
  private readonly models: Models;

  constructor(
    private readonly session: Session,
    mailbox: Mailbox,
    readonly readOnly: boolean,
  ) {
    this.id = mailbox.id;
    this.store = session.store;
    this.models = session.service.models;
    this.model = this.models.enter(mailbox.id);
    this.uids = this.model.uids.slice();
    this.keywords = this.store.mailboxes.keywords(mailbox.id);
    this.claimRecent();
    this.stop = this.store.changes.watch(mailbox.id, (change) => this.note(change));
  }

  /** The name it has now. */
  get mailbox(): Mailbox | undefined {
    return this.store.mailboxes.get(this.id);
  }

  leave(): void {
    this.stop();
    this.models.leave(this.id);
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

  /** The sequence numbers of messages of the view; UIDs ascending. */
  sequenceNumbers(uids: readonly number[]): number[] {
    let place = -1;
    return uids.map((uid) => {
      place = this.uids[place + 1] === uid ? place + 1 : positionOf(this.uids, uid);
      return place + 1;
    });
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

  /** UIDs that a set of sequence numbers names, ascending; undefined when a number is beyond the mailbox. */
  bySequence(set: SequenceSet): number[] | undefined {
    if (set === '$') return this.savedUids(false);
    const last = this.uids.length;
    const spans = resolve(set, last, this.session.choices.span);
    if (spans.some(([from, to]) => from < 1 || to > last)) return undefined;
    return spans.flatMap(([from, to]) => this.uids.slice(from - 1, to));
  }

  /** The UIDs of the view that a set of UIDs names, ascending; others are passed over (RFC 9051 §6.4.9). */
  byUid(set: SequenceSet): number[] {
    if (set === '$') return this.savedUids(true);
    const spans = resolve(set, this.uids.at(-1) ?? 0, this.session.choices.span);
    return spans.flatMap(([from, to]) => this.uids.slice(positionOf(this.uids, from), positionOf(this.uids, to + 1)));
  }

  /** The saved search result without what is gone (RFC 5182 §2.1). */
  private savedUids(byUid: boolean): number[] {
    return this.session.choices
      .recalls(this.session, byUid)
      .filter((uid) => this.sequenceNumber(uid) > 0 && !this.gone.has(uid));
  }

  /** Takes the news that may be told now, and makes it the client's view. Expunges only where `expunges` allows them. */
  takeNews(expunges: boolean): News {
    const news: News = { expunged: [], arrived: this.arrived.length > 0, flagged: [] };
    if (expunges && this.gone.size > 0) {
      const gone = [...this.gone].sort((a, b) => a - b);
      news.expunged = this.forgotten ?? gone.map((uid, told) => this.sequenceNumber(uid) - told);
      this.forgotten = undefined;
      removeAll(this.uids, gone);
      this.gone.clear();
    }
    if (news.arrived) {
      for (const uid of this.arrived) this.uids.push(uid);
      this.arrived = [];
      this.claimRecent();
    }
    news.flagged = [...this.flagged].filter((uid) => this.sequenceNumber(uid) > 0 && !this.gone.has(uid));
    this.flagged.clear();
    return this.session.choices.news(news);
  }

  /** The client was told of this message's flags just now. */
  told(uid: number): void {
    this.flagged.delete(uid);
  }

  /** Takes what is gone out of the numbers before the client is told: a mistake that others make. */
  private forget(): void {
    const gone = [...this.gone].sort((a, b) => a - b);
    this.forgotten ??= gone.map((uid, told) => this.sequenceNumber(uid) - told);
    removeAll(this.uids, gone);
  }

  /** EXAMINE and sessions that never hear of \Recent take nothing away from others (RFC 3501 §2.3.2). */
  private claimRecent(): void {
    const mailbox = this.mailbox;
    if (!mailbox) return;
    const from = this.readOnly || this.session.rev2 ? mailbox.recentFrom : this.store.mailboxes.claimRecent(this.id);
    if (from < mailbox.uidNext) this.recent = normalize([...this.recent, [from, mailbox.uidNext - 1]]);
  }

  private note(change: Change): void {
    const last = this.uids.at(-1) ?? 0;
    if (change.kind === 'deleted') this.deleted = true;
    else if (change.kind === 'appended') for (const message of change.messages) this.arrived.push(message.uid);
    else if (change.kind === 'expunged') this.noteExpunged(change.uids);
    else if (change.kind === 'flags' && change.by !== this.session) {
      for (const { uid } of change.messages) if (uid <= last) this.flagged.add(uid);
    } else return;
    this.session.onNews?.();
  }

  /** Messages that came and went untold never were. */
  private noteExpunged(uids: readonly number[]): void {
    const last = this.uids.at(-1) ?? 0;
    for (const uid of uids) if (uid <= last) this.gone.add(uid);
    if (!this.session.choices.numbersHoldStill) this.forget();
    const untold = uids.filter((uid) => uid > last);
    if (untold.length > 0) removeAll(this.arrived, untold);
  }
}
