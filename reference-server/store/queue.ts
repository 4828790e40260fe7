/** The messages that wait to be handed to other servers, and their recipients. */

import type { Blobs } from './blobs';
import type { Database } from './database';
import type {
  DueEntry,
  EntryId,
  MessageQueue,
  NewEntry,
  QueueDestination,
  QueuedRecipient,
  QueueEntry,
} from './queue-types';

type Row = Omit<QueuedRecipient, 'due' | 'deadline'> & { due: number | null; deadline: number | null };

/** One question instead of three: it is asked after every message. */
const NEXT_EVENT = `SELECT min(time) AS time FROM (
  SELECT min(max(due, hold)) AS time FROM destinations WHERE (failures > 0) = 0 AND max(due, hold) > ?1
  UNION ALL SELECT min(max(due, hold)) FROM destinations WHERE (failures > 0) = 1 AND max(due, hold) > ?1
  UNION ALL SELECT min(deadline) FROM queued WHERE deadline IS NOT NULL AND deadline > ?1)`;

export class QueueTable implements MessageQueue {
  private readonly listeners = new Set<(destinations: readonly string[]) => void>();

  constructor(
    private readonly db: Database,
    private readonly blobs: Blobs,
  ) {}

  add({ name, envelope, arrived, content, recipients }: NewEntry): EntryId {
    return this.db.within(() => {
      const sql = 'INSERT INTO queue (name, envelope, blob, arrived) VALUES (?, ?, ?, ?)';
      const { id } = this.db.run(sql, name, envelope, this.blobs.add(content), arrived);
      const one = "INSERT INTO queued VALUES (?, ?, ?, ?, 'waiting', 0, ?, ?, '')";
      for (const [number, { recipient, destination, due, deadline }] of recipients.entries())
        this.db.run(one, id, number, recipient, destination, due ?? null, deadline ?? null);
      const destinations = [...new Set(recipients.map(({ destination }) => destination))];
      this.db.afterCommit(() => this.tell(destinations));
      return id;
    });
  }

  entries(after: EntryId, limit: number): QueueEntry[] {
    return this.db.all<QueueEntry>('SELECT * FROM queue WHERE id > ? ORDER BY id LIMIT ?', after, limit);
  }

  entry(id: EntryId): QueueEntry | undefined {
    return this.db.get<QueueEntry>('SELECT * FROM queue WHERE id = ?', id);
  }

  named(name: string): QueueEntry[] {
    return this.db.all<QueueEntry>('SELECT * FROM queue WHERE name = ? ORDER BY id', name);
  }

  count(): number {
    return this.db.get<{ messages: number }>('SELECT count(*) AS messages FROM queue')!.messages;
  }

  recipients(entry: EntryId): QueuedRecipient[] {
    return this.db.all<Row>('SELECT * FROM queued WHERE entry = ? ORDER BY number', entry).map(toRecipient);
  }

  remove(id: EntryId): void {
    this.db.within(() => {
      const entry = this.entry(id);
      if (!entry) return;
      this.db.run('DELETE FROM queued WHERE entry = ?', id);
      this.db.run('DELETE FROM queue WHERE id = ?', id);
      this.blobs.release(entry.blob);
    });
  }

  ready(now: number, failing: boolean, except: readonly string[], limit: number): QueueDestination[] {
    const where = '(failures > 0) = ? AND max(due, hold) <= ? AND name NOT IN (SELECT value FROM json_each(?))';
    const sql = `SELECT * FROM destinations WHERE ${where} ORDER BY max(due, hold) LIMIT ?`;
    return this.db.all<QueueDestination>(sql, Number(failing), now, JSON.stringify(except), limit);
  }

  destination(name: string): QueueDestination | undefined {
    return this.db.get<QueueDestination>('SELECT * FROM destinations WHERE name = ?', name);
  }

  destinations(): string[] {
    return this.db.all<{ name: string }>('SELECT name FROM destinations').map(({ name }) => name);
  }

  hold({ name, hold, failures, news }: Omit<QueueDestination, 'due'>): void {
    this.db.run('UPDATE destinations SET hold = ?, failures = ?, news = ? WHERE name = ?', hold, failures, news, name);
  }

  dueFor(destination: string, now: number, after: DueEntry | undefined, limit: number): DueEntry[] {
    const { due, entry } = after ?? { due: 0, entry: 0 };
    const where = 'destination = ? AND due IS NOT NULL AND due <= ? AND (due, entry) > (?, ?)';
    const sql = `SELECT due, entry FROM queued WHERE ${where} ORDER BY due, entry, number LIMIT ?`;
    return this.db.all<DueEntry>(sql, destination, now, due, entry, limit);
  }

  hasten(destination: string, now: number): number {
    return this.db.within(() => {
      this.db.run(
        'UPDATE queued SET due = ? WHERE destination = ? AND due > ? AND attempts > 0',
        now,
        destination,
        now,
      );
      this.db.run('UPDATE destinations SET hold = 0 WHERE name = ?', destination);
      this.db.afterCommit(() => this.tell([destination]));
      const sql = 'SELECT count(DISTINCT entry) AS messages FROM queued WHERE destination = ? AND due <= ?';
      return this.db.get<{ messages: number }>(sql, destination, now)!.messages;
    });
  }

  hastenEntry(entry: EntryId, now: number): string[] {
    return this.db.within(() => {
      const first = 'min(?, (SELECT due FROM destinations WHERE name = queued.destination) - 1)';
      this.db.run(`UPDATE queued SET due = ${first} WHERE entry = ? AND due IS NOT NULL`, now, entry);
      const sql = 'SELECT DISTINCT destination AS name FROM queued WHERE entry = ? AND due IS NOT NULL';
      const names = this.db.all<{ name: string }>(sql, entry).map(({ name }) => name);
      for (const name of names) this.db.run('UPDATE destinations SET hold = 0 WHERE name = ?', name);
      this.db.afterCommit(() => this.tell(names));
      return names;
    });
  }

  atDeadline(now: number, limit: number): QueuedRecipient[] {
    const sql = 'SELECT * FROM queued WHERE deadline IS NOT NULL AND deadline <= ? ORDER BY deadline LIMIT ?';
    return this.db.all<Row>(sql, now, limit).map(toRecipient);
  }

  nextEvent(after: number): number | undefined {
    return this.db.get<{ time: number | null }>(NEXT_EVENT, after)?.time ?? undefined;
  }

  update({ entry, number, state, attempts, due, deadline, news }: QueuedRecipient): void {
    this.db.within(() => {
      const set = 'state = ?, attempts = ?, due = ?, deadline = ?, news = ?';
      const values = [state, attempts, due ?? null, deadline ?? null, news];
      this.db.run(`UPDATE queued SET ${set} WHERE entry = ? AND number = ?`, ...values, entry, number);
      if (due === undefined && !this.isWaitedFor(entry)) this.remove(entry);
    });
  }

  redirect(from: string, to: (recipient: string) => string): void {
    const next = () => this.db.get<Row>('SELECT * FROM queued WHERE destination = ? AND due IS NOT NULL LIMIT 1', from);
    this.db.within(() => {
      for (let row = next(); row; row = next()) {
        const { entry, number, recipient, state, attempts, due, deadline, news } = row;
        this.db.run('DELETE FROM queued WHERE entry = ? AND number = ?', entry, number);
        const values = [recipient, to(recipient), state, attempts, due, deadline, news];
        this.db.run('INSERT INTO queued VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)', entry, number, ...values);
      }
    });
  }

  watch(listener: (destinations: readonly string[]) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  private isWaitedFor(id: EntryId): boolean {
    return this.db.get('SELECT 1 FROM queued WHERE entry = ? AND due IS NOT NULL', id) !== undefined;
  }

  private tell(destinations: readonly string[]): void {
    for (const listener of this.listeners) listener(destinations);
  }
}

function toRecipient({ due, deadline, ...row }: Row): QueuedRecipient {
  return { ...row, due: due ?? undefined, deadline: deadline ?? undefined };
}
