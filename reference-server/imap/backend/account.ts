import { replacedInPlace } from '../../seams';
import { type Account, type Mailbox, type NewMessage, SEPARATOR } from '../../store/types';
import { no } from '../refusal';
import type { Session } from '../session';
import { type ListEntry, type ListRequest, listNames, listSubscribed } from './list';
import { canonical, checkNewName, superiorsOf } from './names';
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
export class AccountBackend {
  constructor(
    /** Who acts. */
    readonly session: Session,
    readonly owner: Account,
  ) {}

  get id(): number {
    return this.owner.id;
  }

  private get mailboxes() {
    return this.session.store.mailboxes;
  }

  /** The name that is meant. */
  name(text: string): string {
    return canonical(text);
  }

  find(name: string): Mailbox | undefined {
    return this.mailboxes.find(this.id, name);
  }

  /** Where messages are put: a missing one can be made by the client (RFC 9051 §7.1, TRYCREATE). */
  target(name: string): Mailbox {
    const found = this.find(name);
    if (found?.selectable) return found;
    throw no('There is no such mailbox', found ? undefined : 'TRYCREATE');
  }

  /** Makes the superiors of a name that are missing, as names only (`\Noselect`): nobody asked for mailboxes (RFC 9051 §6.3.4). */
  superiors(name: string): void {
    for (const superior of superiorsOf([name])) {
      if (!this.find(superior)) this.mailboxes.create(this.id, superior, { selectable: false, by: this.session });
    }
  }

  create(name: string, { use }: CreateOptions = {}): Mailbox {
    checkNewName(name);
    if (this.find(name)?.selectable) throw no('That mailbox exists', 'ALREADYEXISTS');
    const taken = use !== undefined && this.mailboxes.list(this.id).some(({ specialUse }) => specialUse === use);
    if (taken) throw no('Another mailbox has that use', 'USEATTR');
    return this.session.store.transaction(() => {
      this.superiors(name);
      const special = use === undefined ? {} : { specialUse: use };
      return this.mailboxes.create(this.id, name, { by: this.session, ...special });
    });
  }

  /** Inferiors go with it; INBOX stays and gives its messages away (RFC 9051 §6.3.6). */
  rename(from: Mailbox, to: string): void {
    checkNewName(to);
    if (this.find(to)) throw no('The new name is taken', 'ALREADYEXISTS');
    const inbox = from.name === 'INBOX';
    if (to.startsWith(from.name + SEPARATOR) && !inbox) throw no('A mailbox cannot lie below itself', 'CANNOT');
    this.session.store.transaction(() => {
      this.superiors(to);
      if (inbox) this.emptyInto(from, to);
      else this.mailboxes.rename(from.id, to, this.session);
    });
  }

  private emptyInto(inbox: Mailbox, name: string): void {
    const { messages } = this.session.store;
    const target = this.mailboxes.create(this.id, name, { by: this.session });
    messages.move(inbox.id, messages.uids(inbox.id), target.id, this.session);
  }

  /** Inferiors stay, and a name that has some stays as a name (`\Noselect`, RFC 9051 §6.3.5). */
  delete(mailbox: Mailbox): void {
    if (mailbox.name === 'INBOX') throw no('INBOX stays', 'CANNOT');
    const keepName = this.mailboxes.inferiors(mailbox).length > 0;
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
    const names = {
      mailboxes: new Map(this.mailboxes.list(this.id).map((mailbox) => [mailbox.name, mailbox])),
      subscribed: new Set(this.mailboxes.subscriptions(this.id)),
    };
    return request.lsub ? listSubscribed(names, request) : listNames(this.session, names, request);
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

  /** NO where the account has no room for so many octets more (RFC 9208 §4.3.1, RFC 5530 §3). */
  room(octets: number): void {
    const { id, quota } = this.owner;
    if (quota === Number.POSITIVE_INFINITY) return;
    if (this.session.store.accounts.usage(id).size + octets > quota) throw no('The account is full', 'OVERQUOTA');
  }

  /** Stores them, all or none; resolves when they are on disk. */
  async append(target: Mailbox, messages: readonly NewMessage[]): Promise<Appended> {
    const { store } = this.session;
    const stored = await store.grouped(() => store.messages.append(target.id, messages, this.session));
    return { uidValidity: target.uidValidity, uids: stored.map(({ uid }) => uid) };
  }

  open(mailbox: Mailbox, { readOnly }: { readOnly: boolean }): Selected {
    const { parts } = this.session.service.seams;
    const selected = replacedInPlace(new Selected(this.session, mailbox, readOnly), parts?.selected);
    selected.enter();
    return selected;
  }
}
