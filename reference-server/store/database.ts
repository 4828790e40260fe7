/**
 * SQLite, opened as a mail store needs it. A file is kept in WAL mode with synchronous=FULL: a commit returns when it is on disk,
 * so what was acknowledged survives the loss of power, not only of the process (RFC 5321 §6.1). `grouped` lets many waiting
 * deliveries share one flush.
 */

import { StoreError } from './error';
import { asStoreError, ifPossible } from './failures';
import { lock } from './lock';
import { openDatabase, type Sqlite } from './open-database';

export type Value = number | string | Uint8Array | null;
type Row = Record<string, Value>;

interface Statement {
  run(...values: Value[]): { changes: number | bigint; lastInsertRowid: number | bigint };
  get(...values: Value[]): unknown;
  all(...values: Value[]): unknown[];
}

/** Turns of the event loop without a newcomer after which a group is complete: three cost one delivery some microseconds. */
const QUIET_TURNS = 2;

const GONE = 'the store is closed';

interface Waiting {
  work: () => unknown;
  resolve: (value: never) => void;
  reject: (reason: unknown) => void;
}

export class Database {
  private db: Sqlite;
  private readonly unlock: () => void;
  private readonly statements = new Map<string, Statement>();
  private depth = 0;
  private after: Array<() => void> = [];
  private undo: Array<() => void> = [];
  private waiting: Waiting[] = [];
  private closed = false;
  private abandoned = false;

  /** Opens the file, made when it is not there, or memory. Throws StoreError `locked` where another server has it. */
  constructor(private readonly file?: string) {
    this.unlock = file === undefined ? () => {} : lock(file);
    try {
      this.db = openDatabase(file);
    } catch (error) {
      this.unlock();
      throw error;
    }
  }

  /** Closes the file and opens it again, as a new process would; memory stays as it is. */
  reopen(): void {
    this.abandoned = false;
    if (this.file === undefined) return;
    this.flush();
    // It is closed when it could not be opened the last time.
    if (this.db.isOpen) this.shut();
    this.db = openDatabase(this.file);
  }

  /** As when the process is killed: what is not committed by now never is, and nothing is written until it is opened again. */
  abandon(): void {
    this.abandoned = true;
    for (const { reject } of this.waiting.splice(0)) reject(new StoreError('closed', GONE));
  }

  /** Runs a statement that gives no rows; says how many rows it changed and the last row's id. */
  run(sql: string, ...values: Value[]): { changes: number; id: number } {
    if (this.abandoned) throw new StoreError('closed', GONE);
    try {
      const { changes, lastInsertRowid } = this.statement(sql).run(...values);
      return { changes: Number(changes), id: Number(lastInsertRowid) };
    } catch (error) {
      throw asStoreError(error);
    }
  }

  get<T = Row>(sql: string, ...values: Value[]): T | undefined {
    try {
      return this.statement(sql).get(...values) as T | undefined;
    } catch (error) {
      throw asStoreError(error);
    }
  }

  all<T = Row>(sql: string, ...values: Value[]): T[] {
    try {
      return this.statement(sql).all(...values) as T[];
    } catch (error) {
      throw asStoreError(error);
    }
  }

  /** All or nothing. An inner one that throws undoes its own part only, when the outer one catches. */
  transaction<T>(work: () => T): T {
    const level = this.depth;
    if (level === 0) this.run('BEGIN IMMEDIATE');
    else this.db.exec(`SAVEPOINT s${level}`);
    const told = this.after.length;
    const done = this.undo.length;
    this.depth++;
    let value: T;
    try {
      value = work();
      if (level === 0) this.run('COMMIT');
      else this.db.exec(`RELEASE s${level}`);
      this.depth--;
    } catch (error) {
      this.depth = level;
      this.after.length = told;
      for (const callback of this.undo.splice(done).reverse()) callback();
      // On a full disk SQLite has undone the whole transaction by itself.
      if (this.db.isTransaction) this.db.exec(level === 0 ? 'ROLLBACK' : `ROLLBACK TO s${level}; RELEASE s${level}`);
      throw error;
    }
    if (level === 0) this.runAfter();
    return value;
  }

  /** Within a transaction: the present one, or one of its own. Cheaper than a nested one; what throws must undo the outer one. */
  within<T>(work: () => T): T {
    return this.depth > 0 ? work() : this.transaction(work);
  }

  /** Calls back when the present transaction is committed, or at once outside of one. */
  afterCommit(callback: () => void): void {
    if (this.depth === 0) callback();
    else this.after.push(callback);
  }

  /** Calls back when the present transaction is undone. */
  afterRollback(callback: () => void): void {
    if (this.depth > 0) this.undo.push(callback);
  }

  /** See Store.grouped. */
  grouped<T>(work: () => T): Promise<T> {
    return new Promise((resolve, reject) => {
      if (this.closed || this.abandoned) throw new StoreError('closed', GONE);
      if (this.waiting.push({ work, resolve, reject }) === 1) this.gather(1, QUIET_TURNS);
    });
  }

  /** Flushes when nobody has joined the group for some turns of the event loop: whoever is about to come shares the flush. */
  private gather(known: number, quietTurns: number): void {
    setImmediate(() => {
      const { length } = this.waiting;
      if (length > known) this.gather(length, QUIET_TURNS);
      else if (quietTurns > 0) this.gather(length, quietTurns - 1);
      else this.flush();
    });
  }

  /** Does what waits, then closes. */
  close(): void {
    if (this.closed) return;
    this.flush();
    this.closed = true;
    if (this.db.isOpen) this.shut();
    this.unlock();
  }

  private flush(): void {
    const batch = this.waiting;
    this.waiting = [];
    if (batch.length === 0) return;
    let thrown = false;
    const attempt = ({ work }: Waiting) => {
      try {
        return work();
      } catch (error) {
        thrown = true;
        throw error;
      }
    };
    try {
      const values = this.transaction(() => batch.map(attempt));
      for (const [i, { resolve }] of batch.entries()) resolve(values[i] as never);
    } catch (error) {
      if (thrown) this.flushApart(batch);
      else for (const { reject } of batch) reject(error);
    }
  }

  /** One of them throws: each is done by itself, so that it undoes no other and a full disk ends no other's transaction. */
  private flushApart(batch: readonly Waiting[]): void {
    for (const { work, resolve, reject } of batch) {
      try {
        resolve(this.transaction(work) as never);
      } catch (error) {
        reject(error);
      }
    }
  }

  private shut(): void {
    // Statements that are not yet collected keep SQLite from doing this by itself; on a full disk the log stays, and is read again.
    if (this.file !== undefined) ifPossible(() => this.run('PRAGMA wal_checkpoint(TRUNCATE)'));
    this.statements.clear();
    this.db.close();
  }

  private runAfter(): void {
    const callbacks = this.after;
    this.after = [];
    this.undo = [];
    for (const callback of callbacks) callback();
  }

  private statement(sql: string): Statement {
    let statement = this.statements.get(sql);
    if (!statement) {
      statement = this.db.prepare(sql) as unknown as Statement;
      this.statements.set(sql, statement);
    }
    return statement;
  }
}
