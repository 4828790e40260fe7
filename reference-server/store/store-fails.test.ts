import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { Database } from './database';
import { openStore } from './store';

const folder = mkdtempSync(join(tmpdir(), 'store-'));
after(() => rmSync(folder, { recursive: true }));

/** A database that has room for so many pages more. */
function nearlyFull(name: string, pages: number): Database {
  const db = new Database(join(folder, name));
  const { page_count } = db.get<{ page_count: number }>('PRAGMA page_count')!;
  db.get(`PRAGMA max_page_count = ${page_count + pages}`);
  return db;
}

const insert = (db: Database, octets: number) => () =>
  db.run("INSERT INTO blobs (size, header, body) VALUES (?, x'', zeroblob(?))", octets, octets);
const count = (db: Database) => db.get<{ count: number }>('SELECT count(*) AS count FROM blobs')!.count;

describe('a disk without room', () => {
  it('is a StoreError, undoes what was begun, and leaves the store in order', () => {
    const db = nearlyFull('full', 3);
    const work = () => {
      insert(db, 10)();
      insert(db, 1_000_000)();
    };
    assert.throws(() => db.transaction(work), { name: 'StoreError', code: 'full' });
    assert.throws(() => db.transaction(() => db.transaction(work)), { name: 'StoreError', code: 'full' });
    assert.equal(count(db), 0);
    db.transaction(insert(db, 10));
    assert.equal(count(db), 1);
    db.close();
  });

  it('refuses what has no room, and nothing else that waits', async () => {
    const db = nearlyFull('grouped', 3);
    const fates = await Promise.allSettled([10, 1_000_000, 10].map((octets) => db.grouped(insert(db, octets))));
    assert.deepEqual(
      fates.map(({ status }) => status),
      ['fulfilled', 'rejected', 'fulfilled'],
    );
    assert.equal(count(db), 2);
    db.close();
  });
});

describe('a mail file', () => {
  it('belongs to one server at a time, of this process or another', () => {
    const file = join(folder, 'mail.sqlite');
    const open = () => openStore({ now: Date.now, file });
    const store = open();
    assert.throws(open, { code: 'locked', message: `another server has the mail in ${file}` });
    store.reopen();
    assert.throws(open, { code: 'locked' });
    const program = `new (require('@photostructure/sqlite').DatabaseSync)(process.argv[1]).exec('BEGIN EXCLUSIVE')`;
    const other = () => execFileSync(process.execPath, ['-e', program, `${file}-lock`], { stdio: 'pipe' });
    assert.throws(other, /database is locked/);
    store.close();
    other();
    open().close();
  });

  it('that is none is refused with a reason', () => {
    assert.throws(() => openStore({ now: Date.now, file: folder }), { code: 'unavailable' });
    assert.throws(() => openStore({ now: Date.now, file: join(folder, 'missing', 'x') }), { code: 'unavailable' });
  });
});
