/**
 * SQLite, opened as a mail store needs it. A file is kept in WAL mode with synchronous=FULL: a commit returns when it is on disk,
 * so what was acknowledged survives the loss of power, not only of the process (RFC 5321 §6.1). In `grouped` many share one commit and
 * one flush, for which nobody has to stand still: see groups.ts.
 */

import { StoreError } from './error';
import { asStoreError, ifPossible } from './failures';
import { Groups } from './groups';
import { lock } from './lock';
import { openDatabase, type Sqlite } from './open-database';
import { WriteAheadLog } from './write-ahead-log';

export type Value = number | string | Uint8Array | null;
type Row = Record<string, Value>;

interface Statement {
  run(...values: Value[]): { changes: number | bigint; lastInsertRowid: number | bigint };
  get(...values: Value[]): unknown;
  all(...values: Value[]): unknown[];
}

const GONE = 'the store is closed';

export class Database {
  private db: Sqlite;
  private readonly unlock: () => void;
  private readonly statements = new Map<string, Statement>();
  private depth = 0;
  private after: Array<() => void> = [];
  private undo: Array<() => void> = [];
  private log: WriteAheadLog | undefined;
  private readonly groups = new Groups({
    transaction: (work) => this.transaction(work, false),
    log: () => this.log,
  });
  private closed = false;
  private abandoned = false;

  /** Opens the file, made when it is not there, or memory. Throws StoreError `locked` where another server has it. */
  constructor(private readonly file?: string) {
    this.unlock = file === undefined ? () => {} : lock(file);
    try {
      this.db = this.opened();
    } catch (error) {
      this.unlock();
      throw error;
    }
  }

  /** Closes the file and opens it again, as a new process would; memory stays as it is. */
  reopen(): void {
    this.abandoned = false;
    this.groups.open();
    if (this.file === undefined) return;
    this.groups.finish();
    // It is closed when it could not be opened the last time.
    if (this.db.isOpen) this.shut();
    this.db = this.opened();
  }

  /** As when the process is killed: what is not committed by now never is, and nothing is written until it is opened again. */
  abandon(): void {
    this.abandoned = true;
    this.groups.abandon();
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

  /**
   * All or nothing. An inner one that throws undoes its own part only, when the outer one catches.
   * @param flushed whether it is on disk when it returns; else it survives the process, and the log must be flushed
   */
  transaction<T>(work: () => T, flushed = true): T {
    const level = this.depth;
    if (level > 0) return this.allOrNothing(work, level);
    const value = flushed || this.file === undefined ? this.allOrNothing(work, 0) : this.unflushed(work);
    this.runAfter();
    return value;
  }

  private unflushed<T>(work: () => T): T {
    this.db.exec('PRAGMA synchronous = NORMAL');
    try {
      return this.allOrNothing(work, 0);
    } finally {
      this.db.exec('PRAGMA synchronous = FULL');
    }
  }

  private allOrNothing<T>(work: () => T, level: number): T {
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
    return this.groups.join(work, true);
  }

  /** See Store.noted. */
  noted<T>(work: () => T): Promise<T> {
    return this.groups.join(work, false);
  }

  /** Does what waits, then closes. */
  close(): void {
    if (this.closed) return;
    this.groups.close();
    this.closed = true;
    if (this.db.isOpen) this.shut();
    this.unlock();
  }

  private opened(): Sqlite {
    const db = openDatabase(this.file);
    this.log = this.file === undefined ? undefined : new WriteAheadLog(this.file);
    return db;
  }

  private shut(): void {
    // Statements that are not yet collected keep SQLite from doing this by itself; on a full disk the log stays, and is read again.
    if (this.file !== undefined) ifPossible(() => this.run('PRAGMA wal_checkpoint(TRUNCATE)'));
    this.statements.clear();
    this.log?.close();
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
