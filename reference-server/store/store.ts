/** Opens the mail store: see types.ts for what it does and database.ts for what it survives. */

import { AccountTable } from './accounts';
import { ChangeTeller } from './changes';
import { Database } from './database';
import { FileBlobs } from './file-blobs';
import { MailboxTable } from './mailboxes';
import { MemoryBlobs } from './memory-blobs';
import { MessageTable } from './messages';
import { QueueTable } from './queue';
import { RightsTable } from './rights';
import type { BlobId, Store } from './types';

export interface StoreOptions {
  /** The file, made when it is not there; memory when absent. */
  file?: string;
  /** Milliseconds since 1970. */
  now: () => number;
}

/** Throws when the file cannot be opened or was written by another version. */
export function openStore({ file, now }: StoreOptions): Store {
  const changes = new ChangeTeller();
  const db = new Database(file);
  const gone = (blob: BlobId) => changes.tellContentGone(blob);
  const blobs = file === undefined ? new MemoryBlobs(db, gone) : new FileBlobs(db, gone);
  const mailboxes = new MailboxTable(db, blobs, changes, now);
  return {
    accounts: new AccountTable(db, now),
    mailboxes,
    messages: new MessageTable(db, blobs, changes, now),
    rights: new RightsTable(db, mailboxes, changes),
    queue: new QueueTable(db, blobs),
    changes,
    transaction: (work) => db.transaction(work),
    grouped: (work) => db.grouped(work),
    noted: (work) => db.noted(work),
    afterCommit: (callback) => db.afterCommit(callback),
    abandon: () => db.abandon(),
    reopen: () => db.reopen(),
    close: () => db.close(),
  };
}
