import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { Database } from './database';
import { WriteAheadLog } from './write-ahead-log';

const folder = mkdtempSync(join(tmpdir(), 'store-'));
after(() => rmSync(folder, { recursive: true }));

describe('the write-ahead log', () => {
  it('is flushed once for all who come while the disk is at work', async () => {
    writeFileSync(join(folder, 'a-wal'), 'x');
    const log = new WriteAheadLog(join(folder, 'a'));
    const first = log.flushed();
    const [second, third] = [log.flushed(), log.flushed()];
    assert.notEqual(first, second);
    assert.equal(second, third);
    assert.equal(log.busy, true);
    log.close();
    await Promise.all([first, second]);
    assert.equal(log.busy, false);
  });

  it('that cannot be flushed is a StoreError, and the next one is tried again', async () => {
    const file = join(folder, 'b');
    const log = new WriteAheadLog(file);
    const failed = [log.flushed(), log.flushed()];
    for (const flush of failed) await assert.rejects(flush, { name: 'StoreError', code: 'unavailable' });
    writeFileSync(`${file}-wal`, 'x');
    await log.flushed();
    log.close();
  });
});

describe('work that shares transactions', () => {
  it('is done before the store closes, whichever way it is told of it', async () => {
    const file = join(folder, 'c');
    const db = new Database(file);
    const insert = () => db.run("INSERT INTO blobs (size, header, body) VALUES (1, x'', x'00')").id;
    const done = Promise.all([db.grouped(insert), db.noted(insert)]);
    db.close();
    assert.deepEqual(await done, [1, 2]);
    const again = new Database(file);
    assert.equal(again.get<{ count: number }>('SELECT count(*) AS count FROM blobs')!.count, 2);
    again.close();
  });

  it('leaves each transaction of its own flushed', async () => {
    const db = new Database(join(folder, 'd'));
    const synchronous = () => db.get<{ synchronous: number }>('PRAGMA synchronous')!.synchronous;
    const NORMAL = 1;
    const FULL = 2;
    const seen: number[] = [];
    await db.grouped(() => {
      seen.push(synchronous());
      db.afterCommit(() => seen.push(synchronous()));
    });
    await assert.rejects(
      db.noted(() => assert.fail('undone')),
      /undone/,
    );
    assert.deepEqual([...seen, synchronous()], [NORMAL, FULL, FULL]);
    db.close();
  });
});
