/** Access control lists as stored (RFC 4314). */

import type { ChangeTeller } from './changes';
import type { Database } from './database';
import type { MailboxTable } from './mailboxes';
import type { Actor, Mailbox, MailboxId, Rights } from './types';

export class RightsTable implements Rights {
  constructor(
    private readonly db: Database,
    private readonly mailboxes: MailboxTable,
    private readonly changes: ChangeTeller,
  ) {}

  of(mailbox: MailboxId): Array<{ identifier: string; rights: string }> {
    return this.db.all('SELECT identifier, rights FROM rights WHERE mailbox = ? ORDER BY identifier', mailbox);
  }

  get(mailbox: MailboxId, identifier: string): string | undefined {
    const sql = 'SELECT rights FROM rights WHERE mailbox = ? AND identifier = ?';
    return this.db.get<{ rights: string }>(sql, mailbox, identifier)?.rights;
  }

  set(mailbox: MailboxId, identifier: string, rights: string, by?: Actor): void {
    this.db.within(() => {
      if (rights === '') this.db.run('DELETE FROM rights WHERE mailbox = ? AND identifier = ?', mailbox, identifier);
      else this.db.run('INSERT OR REPLACE INTO rights VALUES (?, ?, ?)', mailbox, identifier, rights);
      const { account, name } = this.mailboxes.get(mailbox)!;
      this.db.afterCommit(() => this.changes.tell({ kind: 'rights', name, account, mailbox, by }));
    });
  }

  sharedWith(identifiers: readonly string[]): Mailbox[] {
    const ids = new Set<number>();
    for (const identifier of identifiers) {
      const sql = 'SELECT mailbox FROM rights WHERE identifier = ?';
      for (const { mailbox } of this.db.all<{ mailbox: number }>(sql, identifier)) ids.add(mailbox);
    }
    return [...ids].sort((a, b) => a - b).flatMap((id) => this.mailboxes.get(id) ?? []);
  }
}
