/** One mail file, one server: two that write the same would hide mail from each other's sessions. */

import { existsSync } from 'node:fs';
import { DatabaseSync } from '@photostructure/sqlite';
import { StoreError } from './error';
import { asStoreError, isUnwritable } from './failures';

/**
 * Takes the lock of a mail file; gives what releases it. It is SQLite's lock of an empty file beside it, which goes with the process
 * however that ends. Throws StoreError `locked`. Where nothing can be written nothing needs a lock.
 */
export function lock(file: string): () => void {
  let holder: InstanceType<typeof DatabaseSync> | undefined;
  try {
    holder = new DatabaseSync(`${file}-lock`);
    holder.exec('BEGIN EXCLUSIVE');
    return () => holder?.close();
  } catch (error) {
    holder?.close();
    if (isUnwritable(error) && existsSync(file)) return () => {};
    if (holder) throw new StoreError('locked', `another server has the mail in ${file}`, error);
    throw asStoreError(error);
  }
}
