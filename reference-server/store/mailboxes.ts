/** Mailboxes: names, what they count, and subscriptions. */

import type { Blobs } from './blobs';
import type { ChangeTeller } from './changes';
import type { Database } from './database';
import { StoreError } from './error';
import { ifPossible } from './failures';
import {
  type AccountId,
  type Actor,
  type Change,
  type Mailbox,
  type Mailboxes,
  type MailboxId,
  SEPARATOR,
} from './types';

interface Row {
  id: number;
  account: number;
  name: string;
  uidvalidity: number;
  uidnext: number;
  modseq: number;
  selectable: number;
  specialuse: string;
  messages: number;
  unseen: number;
  deleted: number;
  size: number;
  recentfrom: number;
}

/** INBOX is the same in any case, also as the first part of a longer name (RFC 9051 §5.1). */
export function canonicalName(name: string): string {
  const end = name.indexOf(SEPARATOR);
  const first = end < 0 ? name : name.slice(0, end);
  return first.toUpperCase() === 'INBOX' ? `INBOX${name.slice(first.length)}` : name;
}

/** Adds the row. Values of UIDVALIDITY ascend over the whole store, so that a name made again gets a greater one. */
export function createMailbox(
  db: Database,
  account: AccountId,
  name: string,
  now: number,
  use = '',
  selectable = true,
): number {
  const seconds = Math.floor(now / 1000) % 0x7fffffff;
  const { value } = db.get<{ value: number }>(
    "UPDATE meta SET value = max(value + 1, ?) WHERE name = 'uidvalidity' RETURNING value",
    seconds,
  )!;
  const sql = 'INSERT INTO mailboxes (account, name, uidvalidity, specialuse, selectable) VALUES (?, ?, ?, ?, ?)';
  return db.run(sql, account, name, value, use, selectable ? 1 : 0).id;
}

export class MailboxTable implements Mailboxes {
  constructor(
    private readonly db: Database,
    private readonly blobs: Blobs,
    private readonly changes: ChangeTeller,
    private readonly now: () => number,
  ) {}

  get(id: MailboxId): Mailbox | undefined {
    return fromRow(this.db.get<Row>('SELECT * FROM mailboxes WHERE id = ?', id));
  }

  find(account: AccountId, name: string): Mailbox | undefined {
    return fromRow(
      this.db.get<Row>('SELECT * FROM mailboxes WHERE account = ? AND name = ?', account, canonicalName(name)),
    );
  }

  inbox(account: AccountId): Mailbox {
    const inbox = this.find(account, 'INBOX');
    if (!inbox) throw new StoreError('missing', `account ${account} has no INBOX`);
    return inbox;
  }

  inboxId(account: AccountId): MailboxId {
    const row = this.db.get<{ id: number }>("SELECT id FROM mailboxes WHERE account = ? AND name = 'INBOX'", account);
    if (!row) throw new StoreError('missing', `account ${account} has no INBOX`);
    return row.id;
  }

  list(account: AccountId): Mailbox[] {
    return this.db.all<Row>('SELECT * FROM mailboxes WHERE account = ? ORDER BY name', account).map(toMailbox);
  }

  inferiors(mailbox: Mailbox): Mailbox[] {
    const prefix = mailbox.name + SEPARATOR;
    const sql = 'SELECT * FROM mailboxes WHERE account = ? AND substr(name, 1, length(?2)) = ?2 ORDER BY name';
    return this.db.all<Row>(sql, mailbox.account, prefix).map(toMailbox);
  }

  create(
    account: AccountId,
    name: string,
    options: { specialUse?: string; selectable?: boolean; by?: Actor } = {},
  ): Mailbox {
    const { specialUse = '', selectable = true, by } = options;
    return this.db.within(() => {
      const old = this.find(account, name);
      if (old && (old.selectable || !selectable)) throw new StoreError('exists', `the mailbox ${name} exists`);
      let id = old?.id;
      if (id !== undefined) {
        this.db.run('UPDATE mailboxes SET selectable = 1, specialuse = ? WHERE id = ?', specialUse, id);
      } else {
        id = createMailbox(this.db, account, canonicalName(name), this.now(), specialUse, selectable);
      }
      const mailbox = this.need(id);
      this.tell({ kind: 'created', name: mailbox.name, account, mailbox: id, by });
      return mailbox;
    });
  }

  delete(id: MailboxId, options: { keepName?: boolean; by?: Actor } = {}): void {
    const { keepName = false, by } = options;
    this.db.within(() => {
      const { account, name } = this.need(id);
      const blobs = this.db.all<{ blob: number }>('SELECT blob FROM messages WHERE mailbox = ?', id);
      for (const { blob } of blobs) this.blobs.release(blob);
      for (const table of ['messages', 'expunged', 'keywords', 'rights']) {
        this.db.run(`DELETE FROM ${table} WHERE mailbox = ?`, id);
      }
      this.db.run('DELETE FROM mailboxes WHERE id = ?', id);
      if (keepName) createMailbox(this.db, account, name, this.now(), '', false);
      this.tell({ kind: 'deleted', name, account, mailbox: id, by });
    });
  }

  rename(id: MailboxId, name: string, by?: Actor): void {
    const to = canonicalName(name);
    this.db.within(() => {
      const mailbox = this.need(id);
      for (const old of [mailbox, ...this.inferiors(mailbox)]) {
        const next = to + old.name.slice(mailbox.name.length);
        if (this.find(old.account, next)) throw new StoreError('exists', `the mailbox ${next} exists`);
        this.db.run('UPDATE mailboxes SET name = ? WHERE id = ?', next, old.id);
        this.tell({ kind: 'renamed', from: old.name, name: next, account: old.account, mailbox: old.id, by });
      }
    });
  }

  setSpecialUse(id: MailboxId, specialUse: string): void {
    this.db.run('UPDATE mailboxes SET specialuse = ? WHERE id = ?', specialUse, id);
  }

  claimRecent(id: MailboxId): number {
    const { recentFrom, uidNext } = this.need(id);
    // Where that cannot be written, they stay recent for whoever comes next.
    if (recentFrom !== uidNext)
      ifPossible(() => void this.db.run('UPDATE mailboxes SET recentfrom = uidnext WHERE id = ?', id));
    return recentFrom;
  }

  keywords(id: MailboxId): string[] {
    return this.db.all<{ name: string }>('SELECT name FROM keywords WHERE mailbox = ?', id).map((row) => row.name);
  }

  subscribe(account: AccountId, name: string, by?: Actor): boolean {
    return this.subscription('subscribed', 'INSERT OR IGNORE INTO subscriptions VALUES (?, ?)', account, name, by);
  }

  unsubscribe(account: AccountId, name: string, by?: Actor): boolean {
    return this.subscription(
      'unsubscribed',
      'DELETE FROM subscriptions WHERE account = ? AND name = ?',
      account,
      name,
      by,
    );
  }

  subscriptions(account: AccountId): string[] {
    const sql = 'SELECT name FROM subscriptions WHERE account = ? ORDER BY name';
    return this.db.all<{ name: string }>(sql, account).map((row) => row.name);
  }

  private subscription(
    kind: 'subscribed' | 'unsubscribed',
    sql: string,
    account: number,
    given: string,
    by?: Actor,
  ): boolean {
    const name = canonicalName(given);
    return this.db.within(() => {
      if (this.db.run(sql, account, name).changes === 0) return false;
      this.tell({ kind, name, account, mailbox: this.find(account, name)?.id ?? 0, by });
      return true;
    });
  }

  private need(id: MailboxId): Mailbox {
    const mailbox = this.get(id);
    if (!mailbox) throw new StoreError('missing', `there is no mailbox ${id}`);
    return mailbox;
  }

  private tell(change: Change): void {
    this.db.afterCommit(() => this.changes.tell(change));
  }
}

function fromRow(row: Row | undefined): Mailbox | undefined {
  return row && toMailbox(row);
}

function toMailbox(row: Row): Mailbox {
  const { id, account, name, specialuse, messages, unseen, deleted, size } = row;
  return {
    id,
    account,
    name,
    uidValidity: row.uidvalidity,
    uidNext: row.uidnext,
    highestModseq: row.modseq,
    selectable: row.selectable === 1,
    specialUse: specialuse,
    messages,
    unseen,
    deleted,
    size,
    recentFrom: row.recentfrom,
  };
}
