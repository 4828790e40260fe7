import assert from 'node:assert/strict';
import { it } from 'node:test';
import { chaos } from '../testing/chaos/chaos';

/** `npm run test:chaos` plays it whole. */
it('no message is lost while the next hop fails at random and the server is killed', async () => {
  const { lost, delivered, returned, both } = await chaos({ seed: 1, messages: 60, kills: 2 });
  assert.deepEqual(lost, []);
  assert.equal(delivered + returned - both.length, 60);
});
