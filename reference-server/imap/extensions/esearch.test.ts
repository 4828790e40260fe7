import assert from 'node:assert/strict';
import { test } from 'node:test';
import { esearch, save } from './esearch';

test('only what was asked for is answered, and nothing where there is none but the count', () => {
  assert.equal(
    esearch('a', true, [2, 3, 9], ['MIN', 'MAX', 'ALL', 'COUNT']),
    'ESEARCH (TAG "a") UID MIN 2 MAX 9 ALL 2:3,9 COUNT 3',
  );
  assert.equal(esearch('a', false, [], ['MIN', 'ALL', 'COUNT']), 'ESEARCH (TAG "a") COUNT 0');
  assert.equal(esearch('a', false, [], ['ALL']), 'ESEARCH (TAG "a")');
  assert.equal(esearch('a', false, [1], ['SAVE']), undefined);
});

test('SAVE keeps what RFC 5182 §2.4 says', () => {
  assert.deepEqual(save([2, 3, 9], ['SAVE']), [2, 3, 9]);
  assert.deepEqual(save([2, 3, 9], ['SAVE', 'MIN']), [2]);
  assert.deepEqual(save([2, 3, 9], ['SAVE', 'MIN', 'MAX']), [2, 9]);
  assert.deepEqual(save([2, 3, 9], ['SAVE', 'MIN', 'COUNT']), [2, 3, 9]);
  assert.deepEqual(save([], ['SAVE', 'MIN']), []);
});
