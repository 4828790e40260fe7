import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Account } from '../target';
import { deliverCommand } from './deliver';

const ann = { address: 'ann@example.test', local: 'ann', domain: 'example.test' } as Account;
const put = (script: string, timeout = 5_000) =>
  deliverCommand({ command: ['sh', '-c', script, '{user}'], directory: '/', timeout, user: () => 'ann' }).put(
    ann,
    Buffer.from('S: 1\r\n\r\nx\r\n'),
  );

test('a command that ends well has delivered', () => put('test $0 = ann && test "$(cat)" = "$(printf "S: 1\\n\\nx")"'));

test('one that does not end well blocks, with the last that it said', () =>
  assert.rejects(put('echo no room >&2; exit 75'), { code: 'not-accepted', reason: 'sh ended with 75: no room' }));

test('one that never ends, and one that leaves something running, are bounded', async () => {
  const began = performance.now();
  await assert.rejects(put('trap "" TERM; while :; do sleep 0.05; done', 300), { reason: /sh ended with SIGKILL/ });
  await put('sleep 20 & exit 0');
  assert.ok(performance.now() - began < 5_000);
});
