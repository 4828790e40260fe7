import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Scope } from '../dialogue/scope';
import { Blocked } from '../outcome';
import type { Target } from '../targets/target';
import { nameMailboxes, removeMailboxes } from './mailboxes';

test('a target that does not tell its namespace blocks who names a mailbox, and nobody else', async () => {
  const scope = new Scope();
  const target = {
    namespace: async () => {
      throw new Blocked('command-refused', 'NAMESPACE was answered with BAD', undefined, 'R2342-5-a');
    },
  } as unknown as Target;
  await nameMailboxes({ id: 'x', target, scope });
  assert.equal(scope.expand('a1 NAMESPACE').toString(), 'a1 NAMESPACE');
  for (const name of ['mailbox', 'delimiter'])
    assert.throws(() => scope.expand(`a1 SELECT \${${name}}`), { requirement: 'R2342-5-a' });
  await removeMailboxes({ id: 'x', target, scope }, [{} as never]);
});
