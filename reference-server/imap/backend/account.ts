import { replacedInPlace } from '../../seams';
import { type Mailbox, type NewMessage, SEPARATOR } from '../../store/types';
import { no } from '../refusal';
import { type ListEntry, type ListRequest, listNames, listSubscribed } from './list';
import { checkNewName, superiorsOf } from './names';
import { Reach } from './reach';
import { WRITING } from './rights';
import { Selected } from './selected';
import { type StatusData, statusOf } from './status';

/** Where messages came to, for the response code of RFC 4315 §3. */
export interface Appended {
  uidValidity: number;
  uids: number[];
}

/** What an account has of something, and how much of it it may have (RFC 9208 §3.1). */
export interface Resource {
  name: string;
  usage: number;
  limit: number;
}

/** The most that there can be where nobody has set a limit: octets of a file of SQLite, messages by their UIDs (RFC 9208 §3.2). */
const MOST = { octets: 0xfffffffe * 4096, messages: 0xffffffff };

/** How a mailbox is made. */
export interface CreateOptions {
  /** Its special use (RFC 6154 §3). */
  use?: string;
}

/** What a session that is logged in does with its account's mailboxes; throws the Refusal of what cannot be done. */
export class AccountBackend extends Reach {
  /** Where messages are put: a missing one can be made by the client, unless he may not (RFC 9051 §7.1, TRYCREATE). */
  target(name: string): Mailbox {
    const found = this.find(name);
    const hidden = found && !this.may(found, 'il');
    if (!found || hidden) throw no('There is no such mailbox', this.mayMake(name) ? 'TRYCREATE' : 'NONEXISTENT');
    if (!found.selectable) throw no('There is no such mailbox');
    return this.permitted(found, 'i');
  }

  /** Makes the superiors of a name that are missing, as names only (`\Noselect`): nobody asked for mailboxes (RFC 9051 §6.3.4). */
  superiors(name: string): void {
    for (const superior of superiorsOf([name])) {
      if (this.place(superior) && !this.find(superior)) this.make(superior, { selectable: false });
    }
  }

  create(name: string, { use }: CreateOptions = {}): Mailbox {
    checkNewName(name);
    // Asked first, so that nobody learns by it what there is.
    if (!this.mayMake(name)) throw no('You may not make mailboxes there', 'NOPERM');
    if (this.find(name)?.selectable) throw no('That mailbox exists', 'ALREADYEXISTS');
    const taken = use !== undefined && this.mailboxes.list(this.id).some(({ specialUse }) => specialUse === use);
    if (taken || (use !== undefined && this.isOthers(name))) throw no('It cannot have that use', 'USEATTR');
    return this.session.store.transaction(() => {
      this.superiors(name);
      return this.make(name, use === undefined ? {} : { specialUse: use });
    });
  }

  private make(name: string, options: { selectable?: boolean; specialUse?: string }): Mailbox {
    const { account, name: own } = this.place(name)!;
    const made = this.mailboxes.create(account, own, { by: this.session, ...options });
    this.inherit(made, this.nearest(name));
    return this.seen(made);
  }

  /** A new mailbox has the access control list of the one above it (RFC 4314 §4, CREATE). */
  inherit(made: Mailbox, parent: Mailbox | undefined): void {
    const { rights } = this.session.store;
    if (!parent || rights.of(made.id).length > 0) return;
    for (const { identifier, rights: letters } of rights.of(parent.id)) rights.set(made.id, identifier, letters);
  }

  /** Inferiors go with it; INBOX stays and gives its messages away (RFC 9051 §6.3.6). */
  rename(from: Mailbox, to: string): void {
    checkNewName(to);
    const place = this.place(to);
    if (this.parentOf(from.name) !== this.parentOf(to) && !this.mayMake(to))
      throw no('You may not make mailboxes there', 'NOPERM');
    if (!place || place.account !== from.account) throw no('A mailbox stays with whom it belongs to', 'CANNOT');
    if (this.find(to)) throw no('The new name is taken', 'ALREADYEXISTS');
    const inbox = from.name === 'INBOX';
    if (to.startsWith(from.name + SEPARATOR) && !inbox) throw no('A mailbox cannot lie below itself', 'CANNOT');
    if (this.isInbox(from) && !inbox) throw no('INBOX stays', 'CANNOT');
    this.session.store.transaction(() => {
      this.superiors(to);
      if (inbox) this.emptyInto(from, to);
      else this.mailboxes.rename(from.id, place.name, this.session);
    });
  }

  private parentOf(name: string): string {
    return name.slice(0, Math.max(0, name.lastIndexOf(SEPARATOR)));
  }

  /** Somebody's: that of another user, too. */
  private isInbox({ id }: Mailbox): boolean {
    return this.mailboxes.get(id)?.name === 'INBOX';
  }

  private emptyInto(inbox: Mailbox, name: string): void {
    const { messages } = this.session.store;
    const target = this.make(name, {});
    messages.move(inbox.id, messages.uids(inbox.id), target.id, this.session);
  }

  /** Inferiors stay, and a name that has some stays as a name (`\Noselect`, RFC 9051 §6.3.5). */
  delete(mailbox: Mailbox): void {
    if (this.isInbox(mailbox)) throw no('INBOX stays', 'CANNOT');
    const keepName = this.mailboxes.inferiors(this.mailboxes.get(mailbox.id)!).length > 0;
    if (keepName && !mailbox.selectable) throw no('There are mailboxes below it', 'HASCHILDREN');
    this.mailboxes.delete(mailbox.id, { keepName, by: this.session });
  }

  subscribe(name: string): void {
    this.mailboxes.subscribe(this.id, name, this.session);
  }

  unsubscribe(name: string): void {
    this.mailboxes.unsubscribe(this.id, name, this.session);
  }

  list(request: ListRequest): ListEntry[] {
    const all = [...this.mailboxes.list(this.id), ...(this.asksForOthers(request) ? this.others() : [])];
    const names = {
      mailboxes: new Map(all.map((mailbox) => [mailbox.name, mailbox])),
      subscribed: new Set(this.mailboxes.subscriptions(this.id)),
    };
    return request.lsub ? listSubscribed(names, request) : listNames(this.session, names, request);
  }

  /** What is not one's own is listed by its prefix, and where one has subscribed to it: `*` alone means one's own mail (RFC 3501 §5.1.2). */
  private asksForOthers({ patterns, select, lsub }: ListRequest): boolean {
    return (
      this.session.tables.shares &&
      (patterns.some((one) => one.startsWith('#')) || select.has('SUBSCRIBED') || lsub === true)
    );
  }

  status(mailbox: Mailbox, items: readonly string[]): StatusData {
    return statusOf(this.session, mailbox, items);
  }

  /** In the units of RFC 9208 §5.1 and §5.2. A part of 1024 octets counts as a whole, in the limit too: what is full shows so. */
  resources(): Resource[] {
    const { size, messages } = this.session.store.accounts.usage(this.id);
    const kilobytes = (octets: number) => Math.ceil(octets / 1024);
    return [
      { name: 'STORAGE', usage: kilobytes(size), limit: kilobytes(Math.min(this.owner.quota, MOST.octets)) },
      { name: 'MESSAGE', usage: messages, limit: MOST.messages },
    ];
  }

  /** NO where the account has no room for so many octets more (RFC 9208 §4.3.1, RFC 5530 §3): that of whom the mailbox belongs to. */
  room(octets: number, into?: Mailbox): void {
    const { accounts } = this.session.store;
    const { id, quota } = into && into.account !== this.id ? accounts.get(into.account)! : this.owner;
    if (quota === Number.POSITIVE_INFINITY) return;
    if (accounts.usage(id).size + octets > quota) throw no('The account is full', 'OVERQUOTA');
  }

  /** Stores them, all or none; resolves when they are on disk. */
  async append(target: Mailbox, messages: readonly NewMessage[]): Promise<Appended> {
    const { store } = this.session;
    const kept = this.keeping(target);
    const all = kept
      ? messages.map((one) => ({ ...one, ...kept({ flags: one.flags ?? 0, keywords: one.keywords ?? [] }) }))
      : messages;
    const stored = await store.grouped(() => store.messages.append(target.id, all, this.session));
    return { uidValidity: target.uidValidity, uids: stored.map(({ uid }) => uid) };
  }

  open(mailbox: Mailbox, { readOnly }: { readOnly: boolean }): Selected {
    const { parts } = this.session.service.seams;
    const selected = replacedInPlace(
      new Selected(this.session, mailbox, readOnly || !this.may(mailbox, WRITING)),
      parts?.selected,
    );
    selected.enter();
    return selected;
  }
}
