import assert from 'node:assert/strict';
import { test } from 'node:test';
import { formatReturns } from '../search/returns';
import { tablesOf } from '../tables';
import { esearch } from './esearch';
import { keptOf, searchres } from './searchres';

const { searchReturns } = tablesOf([esearch, searchres]);
const asked = (...words: string[]) => new Map([...searchReturns].filter(([word]) => words.includes(word)));

test('only what was asked for is answered, and nothing where there is none but the count', () => {
  assert.equal(
    formatReturns('a', true, [2, 3, 9], asked('MIN', 'MAX', 'ALL', 'COUNT')),
    'ESEARCH (TAG "a") UID MIN 2 MAX 9 ALL 2:3,9 COUNT 3',
  );
  assert.equal(formatReturns('a', false, [], asked('MIN', 'ALL', 'COUNT')), 'ESEARCH (TAG "a") COUNT 0');
  assert.equal(formatReturns('a', false, [], asked('ALL')), 'ESEARCH (TAG "a")');
  assert.equal(formatReturns('a', false, [1], asked('SAVE')), undefined);
});

test('SAVE keeps what RFC 5182 §2.4 says', () => {
  assert.deepEqual(keptOf([2, 3, 9], asked('SAVE')), [2, 3, 9]);
  assert.deepEqual(keptOf([2, 3, 9], asked('SAVE', 'MIN')), [2]);
  assert.deepEqual(keptOf([2, 3, 9], asked('SAVE', 'MIN', 'MAX')), [2, 9]);
  assert.deepEqual(keptOf([2, 3, 9], asked('SAVE', 'MIN', 'COUNT')), [2, 3, 9]);
  assert.deepEqual(keptOf([], asked('SAVE', 'MIN')), []);
});
