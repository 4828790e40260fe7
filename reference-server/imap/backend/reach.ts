import type { Account, Kept, Mailbox } from '../../store/types';
import { no } from '../refusal';
import type { Session } from '../session';
import type { Identifier } from './identifiers';
import { canonical, superiorsOf } from './names';
import { HOLDER, type Place, placeOf, seenBy } from './places';
import { ANYONE, type Entry, effective, expanded, keptFlags, OWNERS, RIGHTS, union, without } from './rights';

/** Entries of one access control list. */
const MOST_ENTRIES = 200;

/** Which mailboxes somebody who is logged in can name, and what he may do with each (RFC 4314). */
export class Reach {
  constructor(
    /** Who acts. */
    readonly session: Session,
    readonly owner: Account,
  ) {}

  get id(): number {
    return this.owner.id;
  }

  protected get mailboxes() {
    return this.session.store.mailboxes;
  }

  /** The name that is meant. */
  name(text: string): string {
    return canonical(text);
  }

  /** The mailbox of this name, whatever of it this user may see. */
  find(name: string): Mailbox | undefined {
    const place = this.place(name);
    const found = place && this.mailboxes.find(place.account, place.name);
    return found && this.seen(found);
  }

  /** Where a name leads; undefined where it leads nowhere. */
  protected place(name: string): Place | undefined {
    const { store, tables } = this.session;
    return tables.shares ? placeOf(store, this.owner, name) : { account: this.id, name };
  }

  /** As this user sees it. */
  protected seen(mailbox: Mailbox): Mailbox {
    return seenBy(this.session.store, this.owner, mailbox);
  }

  /** The name by which access control lists call an account (RFC 4314 §2). */
  identifier({ address }: Account): string {
    return address.toLowerCase();
  }

  /** What this user may do with a mailbox, as letters (RFC 4314 §2.1). */
  rights(mailbox: Mailbox): string {
    const { store, tables } = this.session;
    if (!tables.shares) return RIGHTS;
    return effective(store.rights.of(mailbox.id), this.identifier(this.owner), mailbox.account === this.id);
  }

  /** Who has which rights in a mailbox: all that anybody has, but for what the owner has by being it (RFC 4314 §3.3). */
  entries(mailbox: Mailbox): Entry[] {
    const { accounts, rights } = this.session.store;
    const list = rights.of(mailbox.id);
    const { address } = accounts.get(mailbox.account)!;
    const owner = this.identifier(accounts.get(mailbox.account)!);
    if (address === HOLDER || list.some(({ identifier }) => identifier === owner)) return list;
    return [{ identifier: owner, rights: RIGHTS }, ...list];
  }

  /** What an identifier always has in a mailbox, and what it can never be given (RFC 4314 §3.4). */
  fixedRights({ account }: Mailbox, { who, negative }: Identifier): { always: string; never: string } {
    const isOwner = who === this.identifier(this.session.store.accounts.get(account)!);
    return { always: isOwner && !negative ? OWNERS : '', never: isOwner && negative ? OWNERS : '' };
  }

  /** Gives an identifier rights in a mailbox, adds some or takes some away (RFC 4314 §3.1). Without any it has no entry. */
  setRights(mailbox: Mailbox, identifier: Identifier, mode: '=' | '+' | '-', letters: string): void {
    const { rights } = this.session.store;
    const { always, never } = this.fixedRights(mailbox, identifier);
    const before = this.entries(mailbox);
    const old = before.find((entry) => entry.identifier === identifier.kept);
    const given = expanded(letters);
    const changed = { '=': given, '+': union(old?.rights ?? '', given), '-': without(old?.rights ?? '', given) }[mode];
    if (!old && before.length >= MOST_ENTRIES) throw no('The list is too long', 'LIMIT');
    rights.set(mailbox.id, identifier.kept, without(union(changed, always), never), this.session);
  }

  /** Whether this user has one of these rights. */
  may(mailbox: Mailbox, oneOf: string): boolean {
    const has = this.rights(mailbox);
    return [...oneOf].some((letter) => has.includes(letter));
  }

  /**
   * The mailbox, where this user has one of these rights: else NO. From whom it is hidden it is kept that there is one (RFC 4314 §6).
   */
  permitted(mailbox: Mailbox | undefined, oneOf: string): Mailbox {
    if (mailbox && this.may(mailbox, oneOf)) return mailbox;
    if (mailbox && this.may(mailbox, 'l')) throw no('You may not do that there', 'NOPERM');
    throw no('There is no such mailbox', 'NONEXISTENT');
  }

  /** Whether mailboxes may be made below the nearest mailbox above that name (RFC 4314 §4, CREATE). */
  mayMake(name: string): boolean {
    const parent = this.nearest(name);
    return parent ? this.may(parent, 'k') : !this.isOthers(name);
  }

  /** The nearest mailbox above a name. */
  protected nearest(name: string): Mailbox | undefined {
    return [...superiorsOf([name])]
      .reverse()
      .reduce<Mailbox | undefined>((found, one) => found ?? this.find(one), undefined);
  }

  protected isOthers(name: string): boolean {
    return this.place(name)?.account !== this.id;
  }

  /** What of a message's flags this user may put into a mailbox; undefined where that is all (RFC 4314 §4, COPY). */
  keeping(target: Mailbox): Kept | undefined {
    const rights = this.rights(target);
    return [...'swt'].every((letter) => rights.includes(letter)) ? undefined : (message) => keptFlags(message, rights);
  }

  /** The mailboxes of others that this user may see, by the names that they have for him. */
  others(): Mailbox[] {
    const { store } = this.session;
    const listed = store.rights.sharedWith([this.identifier(this.owner), ANYONE]);
    return listed.flatMap((mailbox) => {
      const foreign = mailbox.account !== this.id && this.may(mailbox, 'l');
      const seen = foreign ? this.seen(mailbox) : undefined;
      // A user whose address has the separator in it has no name below the prefix.
      return seen && this.place(seen.name) ? [seen] : [];
    });
  }
}
