/** Accounts: who has mailboxes here. */

import type { Database } from './database';
import { StoreError } from './error';
import { createMailbox } from './mailboxes';
import type { Account, AccountId, Accounts } from './types';

interface Row {
  id: number;
  address: string;
  credentials: string;
  quota: number | null;
}

/** What a new account begins with, beside its INBOX (RFC 6154 §2). */
const SPECIAL_USE: ReadonlyArray<[name: string, use: string]> = [
  ['Archive', '\\Archive'],
  ['Drafts', '\\Drafts'],
  ['Junk', '\\Junk'],
  ['Sent', '\\Sent'],
  ['Trash', '\\Trash'],
];

function fromRow(row: Row | undefined): Account | undefined {
  if (!row) return undefined;
  const { id, address, credentials, quota } = row;
  return { id, address, credentials, quota: quota ?? Number.POSITIVE_INFINITY };
}

/** Accounts that are remembered by the spelling they were asked for in. */
const REMEMBERED = 10_000;

export class AccountTable implements Accounts {
  private readonly known = new Map<string, Account>();

  constructor(
    private readonly db: Database,
    private readonly now: () => number,
  ) {}

  create(address: string, credentials: string, quota = Number.POSITIVE_INFINITY): Account {
    return this.db.within(() => {
      if (this.find(address)) throw new StoreError('exists', `the account ${address} exists`);
      const limit = Number.isFinite(quota) ? quota : null;
      const { id } = this.db.run(
        'INSERT INTO accounts (address, credentials, quota) VALUES (?, ?, ?)',
        address,
        credentials,
        limit,
      );
      createMailbox(this.db, id, 'INBOX', this.now());
      for (const [name, use] of SPECIAL_USE) createMailbox(this.db, id, name, this.now(), use);
      return { id, address, credentials, quota };
    });
  }

  holder(name: string): Account {
    const found = this.find(name);
    if (found) return found;
    const { id } = this.db.run("INSERT INTO accounts (address, credentials, quota) VALUES (?, '', NULL)", name);
    return { id, address: name, credentials: '', quota: Number.POSITIVE_INFINITY };
  }

  find(address: string): Account | undefined {
    const known = this.known.get(address);
    if (known) return known;
    const account = fromRow(this.db.get<Row>('SELECT * FROM accounts WHERE address = ?', address));
    if (!account) return undefined;
    if (this.known.size >= REMEMBERED) this.known.clear();
    this.known.set(address, account);
    this.db.afterRollback(() => this.known.delete(address));
    return account;
  }

  get(id: AccountId): Account | undefined {
    return fromRow(this.db.get<Row>('SELECT * FROM accounts WHERE id = ?', id));
  }

  setCredentials(id: AccountId, credentials: string): void {
    this.known.clear();
    this.db.run('UPDATE accounts SET credentials = ? WHERE id = ?', credentials, id);
  }

  setQuota(id: AccountId, quota: number): void {
    this.known.clear();
    this.db.run('UPDATE accounts SET quota = ? WHERE id = ?', Number.isFinite(quota) ? quota : null, id);
  }

  usage(id: AccountId): { size: number; messages: number } {
    const sums = 'SELECT coalesce(sum(size), 0) AS size, coalesce(sum(messages), 0) AS messages FROM mailboxes';
    const { size, messages } = this.db.get<{ size: number; messages: number }>(`${sums} WHERE account = ?`, id)!;
    return { size, messages };
  }
}
