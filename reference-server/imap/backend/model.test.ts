import assert from 'node:assert/strict';
import { test } from 'node:test';
import { positionOf } from './model';

test('the place of a UID, there or not, wherever UIDs are missing', () => {
  const lists = [[], [7], [1, 2, 3, 4], [5, 6, 9, 10, 30], [2, 4, 6, 8, 10, 12], [1, 100, 101, 102], [1, 2, 3, 100]];
  for (const uids of lists) {
    for (let uid = 0; uid <= 110; uid++) {
      const first = uids.findIndex((one) => one >= uid);
      assert.equal(positionOf(uids, uid), first < 0 ? uids.length : first, `${uid} in ${uids}`);
    }
  }
});
