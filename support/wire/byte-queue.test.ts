import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ByteQueue } from './byte-queue';

test('octets come out as they went in, however they were cut', () => {
  const queue = new ByteQueue();
  const whole = Buffer.from(Array.from({ length: 10_000 }, (_, n) => n % 251));
  const out: Buffer[] = [];
  for (let at = 0, step = 1; at < whole.length; at += step, step = (step % 37) + 1) {
    queue.push(whole.subarray(at, at + step));
    if (step % 5 === 0) out.push(queue.take(Math.ceil(queue.length / 2)));
  }
  out.push(queue.take(queue.length));
  assert.ok(Buffer.concat(out).equals(whole));
  assert.equal(queue.length, 0);
});

test('what was taken stays as it was while more arrives', () => {
  const queue = new ByteQueue();
  queue.push(Buffer.from('first'));
  queue.push(Buffer.from('second'));
  const taken = queue.take(5);
  queue.push(Buffer.alloc(10_000, 'x'));
  assert.equal(taken.toString(), 'first');
  assert.equal(queue.view().toString('latin1', 0, 7), 'secondx');
});
