import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Blocked } from '../../outcome';
import type { InboxReader } from '../inbox/inbox-reader';
import type { Look } from '../inbox/look';
import type { Account } from '../target';
import { Inboxes } from './inboxes';

const ann = { address: 'ann@example.test' } as Account;
const no = () => new Blocked('refused', 'no');

/** A reader that sees this, or cannot look at all; it notes what else it is asked. */
function reader(sees: Look | Blocked, done: string[] = []): InboxReader {
  return {
    look: async () => {
      if (sees instanceof Blocked) throw sees;
      return sees;
    },
    count: async () => 0,
    pass: async () => void done.push('pass'),
    empty: async () => {
      done.push('empty');
      if (sees instanceof Blocked) throw sees;
    },
  };
}

const whole: Look = { messages: [Buffer.from('a'), Buffer.from('b')], unread: [] };
const part: Look = { messages: [Buffer.from('a')], unread: [{ why: no() }] };

test('what the first way cannot read is read by the second', async () => {
  for (const first of [part, no()]) {
    assert.equal(await new Inboxes([reader(first), reader(whole)], [ann], true).look(ann), whole);
  }
  assert.equal(await new Inboxes([reader(part), reader(no())], [ann], true).look(ann), part);
  await assert.rejects(new Inboxes([reader(no())], [ann], true).look(ann), { code: 'refused' });
  await assert.rejects(new Inboxes([], [ann], true).look(ann), { code: 'no-reader' });
});

test('inboxes are emptied before the first scenario, and again when something may be in them', async () => {
  const done: string[] = [];
  const inboxes = new Inboxes([reader(whole, done)], [ann], true);
  await inboxes.clear();
  await inboxes.clear();
  assert.deepEqual(done, ['empty']);
  inboxes.leftIn([ann]);
  await inboxes.clear();
  assert.deepEqual(done, ['empty', 'empty']);
});

test('an inbox that cannot be emptied is for a scenario to tell, and tried once', async () => {
  const done: string[] = [];
  const inboxes = new Inboxes([reader(no(), done)], [ann], true);
  await inboxes.clear();
  await inboxes.clear();
  assert.deepEqual(done, ['empty']);
});

test('where nothing may be emptied, what is there is passed over', async () => {
  const done: string[] = [];
  const inboxes = new Inboxes([reader(whole, done)], [ann], false);
  await inboxes.clear();
  assert.deepEqual(done, ['pass']);
  await assert.rejects(inboxes.empty(ann), { code: 'not-disposable' });
});
