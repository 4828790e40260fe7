import assert from 'node:assert';
import { test } from 'node:test';
import { ServerLog } from './server-log';

test('lines are prefixed whole, however they come', () => {
  const shown: string[] = [];
  const log = new ServerLog((line) => shown.push(line));
  log.write(Buffer.from('one\ntw'));
  log.write(Buffer.from('o\r\nthree'));
  log.note('it ended');
  assert.deepEqual(shown, ['server | one', 'server | two', 'server | three', 'grade  | it ended']);
  assert.equal(log.between(0, Date.now() + 1), 'one\ntwo\nthree');
});

test('a server that never stops writing fills no disk', () => {
  const log = new ServerLog();
  const much = Buffer.from(`${'x'.repeat(999)}\n`.repeat(500));
  for (let time = 0; time < 10; time++) log.write(much);
  log.write(Buffer.from('y'.repeat(50_000)));
  assert.ok(log.text().length < 1_200_000);
  assert.match(log.text(), /it wrote more than is kept/);
});
