import assert from 'node:assert';
import { appendFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { Tail } from './tail';

test('what is appended comes through, characters whole, even when the file is unlinked', () => {
  const folder = mkdtempSync(join(tmpdir(), 'mailspec-tail-'));
  const path = join(folder, 'x');
  let text = '';
  const tail = new Tail(path, (more) => {
    text += more;
  });
  try {
    assert.equal(tail.poll(), false);
    const euro = Buffer.from('€\n');
    appendFileSync(path, euro.subarray(0, 2));
    assert.equal(tail.poll(), true);
    assert.equal(text, '');
    appendFileSync(path, euro.subarray(2));
    rmSync(path);
    assert.equal(tail.poll(), true);
    assert.equal(text, '€\n');
  } finally {
    tail.close();
    rmSync(folder, { recursive: true });
  }
});
