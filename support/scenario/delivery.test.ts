import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Mismatch } from '../outcome';
import type { Account, Target } from '../targets/target';
import { assertNotDelivered, containing, settleInbox } from './delivery';

const account = { address: 'alice@example.test' } as Account;

/** Each message is delivered by itself, after its own time. */
function slowTarget(late: Buffer, after: number): Target {
  const messages: Buffer[] = [];
  const arrive = (message: Buffer, milliseconds: number) => setTimeout(() => messages.push(message), milliseconds);
  const target = {
    sender: 'someone@elsewhere.test',
    timing: { delivery: 10_000 },
    service: () => undefined,
    inbox: () => Promise.resolve({ messages: [...messages], unread: [] }),
    send: (_envelope: unknown, marker: Buffer) => {
      arrive(marker, 40);
      arrive(late, after);
      return Promise.resolve();
    },
  };
  return target as unknown as Target;
}

test('what a later message has overtaken is seen all the same', async () => {
  const target = slowTarget(Buffer.from('Subject: unwanted\r\n\r\n'), 60);
  const settle = () => settleInbox(target, account, 'id');
  await assert.rejects(
    assertNotDelivered(target, account, containing(Buffer.from('unwanted')), settle),
    (error) => error instanceof Mismatch && error.code === 'delivered',
  );
});
