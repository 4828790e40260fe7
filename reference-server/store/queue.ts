/** The messages that wait to be handed to other servers, and their recipients. */

import type { Blobs } from './blobs';
import type { Database } from './database';
import type { EntryId, MessageQueue, QueuedRecipient, QueueEntry } from './queue-types';

type Row = Omit<QueuedRecipient, 'due'> & { due: number | null };

export class QueueTable implements MessageQueue {
  private readonly listeners = new Set<() => void>();

  constructor(
    private readonly db: Database,
    private readonly blobs: Blobs,
    private readonly now: () => number,
  ) {}

  add({ name, envelope, content, recipients }: Parameters<MessageQueue['add']>[0]): EntryId {
    return this.db.within(() => {
      const now = this.now();
      const sql = 'INSERT INTO queue (name, envelope, blob, arrived) VALUES (?, ?, ?, ?)';
      const { id } = this.db.run(sql, name, envelope, this.blobs.add(content), now);
      for (const [number, recipient] of recipients.entries())
        this.db.run("INSERT INTO queued VALUES (?, ?, ?, 'waiting', 0, ?, '')", id, number, recipient, now);
      this.db.afterCommit(() => this.tell());
      return id;
    });
  }

  entries(): QueueEntry[] {
    return this.db.all<QueueEntry>('SELECT * FROM queue ORDER BY id');
  }

  entry(id: EntryId): QueueEntry | undefined {
    return this.db.get<QueueEntry>('SELECT * FROM queue WHERE id = ?', id);
  }

  recipients(entry: EntryId): QueuedRecipient[] {
    return this.db.all<Row>('SELECT * FROM queued WHERE entry = ? ORDER BY number', entry).map(toRecipient);
  }

  due(now: number): QueuedRecipient[] {
    return this.db.all<Row>('SELECT * FROM queued WHERE due <= ? ORDER BY due, entry, number', now).map(toRecipient);
  }

  nextDue(after: number): number | undefined {
    const row = this.db.get<{ due: number | null }>('SELECT min(due) AS due FROM queued WHERE due > ?', after);
    return row?.due ?? undefined;
  }

  update({ entry, number, state, attempts, due, news }: QueuedRecipient): void {
    this.db.within(() => {
      const sql = 'UPDATE queued SET state = ?, attempts = ?, due = ?, news = ? WHERE entry = ? AND number = ?';
      this.db.run(sql, state, attempts, due ?? null, news, entry, number);
      if (due === undefined) this.forgetFinished(entry);
    });
  }

  watch(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  private forgetFinished(id: EntryId): void {
    const waiting = this.db.get('SELECT 1 FROM queued WHERE entry = ? AND due IS NOT NULL', id);
    const entry = this.entry(id);
    if (waiting || !entry) return;
    this.db.run('DELETE FROM queued WHERE entry = ?', id);
    this.db.run('DELETE FROM queue WHERE id = ?', id);
    this.blobs.release(entry.blob);
  }

  private tell(): void {
    for (const listener of this.listeners) listener();
  }
}

function toRecipient({ due, ...row }: Row): QueuedRecipient {
  return { ...row, due: due ?? undefined };
}
