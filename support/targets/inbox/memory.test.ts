import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Blocked } from '../../outcome';
import { Memory } from './memory';

const message = (text: string) => ({ message: Buffer.from(text) });
const seen = (memory: Memory) => memory.look((octets) => octets).messages.map(String);

test('what was taken is not new again, and what is gone is not shown', () => {
  const memory = new Memory();
  for (const id of memory.see(['a', 'b'])) memory.set(id, message(id));
  assert.deepEqual(memory.see(['b', 'c']), ['c']);
  memory.set('c', message('c'));
  assert.deepEqual(seen(memory), ['b', 'c']);
});

test('two messages of one name do not hide each other', () => {
  const memory = new Memory();
  const fresh = memory.see(['a', 'a']);
  assert.equal(fresh.length, 2);
  fresh.forEach((id, index) => {
    memory.set(id, message(String(index)));
  });
  assert.deepEqual(seen(memory), ['0', '1']);
});

test('what was passed is neither shown nor new', () => {
  const memory = new Memory();
  memory.see(['old']);
  memory.pass();
  assert.deepEqual(memory.see(['old', 'new']), ['new']);
  memory.set('new', { why: new Blocked('refused', 'no') });
  const { messages, unread } = memory.look((octets) => octets);
  assert.deepEqual([messages.length, unread.length], [0, 1]);
});
