/** Opens SQLite as a mail store needs it. */

import { existsSync, statSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { DatabaseSync } from '@photostructure/sqlite';
import { asStoreError, isUnwritable } from './failures';
import { SCHEMA, SCHEMA_VERSION } from './schema';

export type Sqlite = InstanceType<typeof DatabaseSync>;

/**
 * The file, made when it is not there, or memory; a file that cannot be written is opened to be read. Throws StoreError `unavailable`
 * where there is no way to open it, and an Error for a file of another version.
 */
export function openDatabase(file: string | undefined): Sqlite {
  if (file === undefined) return opened(':memory:', '');
  try {
    return openFile(file);
  } catch (error) {
    throw asStoreError(error);
  }
}

function openFile(file: string): Sqlite {
  try {
    return opened(file, 'PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;');
  } catch (error) {
    if (!isUnwritable(error) || !existsSync(file) || !isWhole(file)) throw error;
    return opened(`${pathToFileURL(file).href}?immutable=1`, '', true);
  }
}

/** Nothing waits in the write-ahead log, which nobody reads in a folder that cannot be written. */
function isWhole(file: string): boolean {
  const log = `${file}-wal`;
  return !existsSync(log) || statSync(log).size === 0;
}

function opened(place: string, pragmas: string, readOnly = false): Sqlite {
  const db = new DatabaseSync(place, { readOnly });
  try {
    db.exec(`PRAGMA page_size = 8192; PRAGMA cache_size = -32000; PRAGMA temp_store = MEMORY; ${pragmas}`);
    const made = db.prepare("SELECT 1 FROM sqlite_master WHERE name = 'meta'").get() !== undefined;
    if (!made) db.exec(`BEGIN IMMEDIATE; ${SCHEMA} COMMIT;`);
    const { value } = db.prepare("SELECT value FROM meta WHERE name = 'schema'").get() as { value: number };
    if (value !== SCHEMA_VERSION) throw new Error(`the mail store has schema ${value}, this program ${SCHEMA_VERSION}`);
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
}
