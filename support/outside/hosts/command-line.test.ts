import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readCommand } from './command-line';

const read = (text: string) => readCommand(Buffer.from(text));

test('verb and argument, without the spaces around them', () => {
  assert.deepEqual(read('rcpt  TO:<a b>  '), { verb: 'RCPT', argument: 'TO:<a b>' });
  assert.deepEqual(read('DATA '), { verb: 'DATA', argument: '' });
  assert.deepEqual(read('-x'), { verb: '', argument: '' });
});

test('spaces inside a line are looked at once', () => {
  const begun = process.cpuUsage();
  assert.equal(read(`A x${' '.repeat(400_000)}y`).verb, 'A');
  // A minute and more, where each of them is tried as the first of the last.
  assert.ok(process.cpuUsage(begun).user < 5_000_000);
});
