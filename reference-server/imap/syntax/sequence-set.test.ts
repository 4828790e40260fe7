import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Refusal } from '../refusal';
import { Arguments } from './arguments';
import { contains, formatOrdered, formatSet, readSequenceSet, readSpans, resolve, type Span } from './sequence-set';

const read = (text: string, names: string[] = []) =>
  readSequenceSet(new Arguments({ segments: [text], literals: [] }), names) as Span[];

test('the examples of RFC 9051 §9', () => {
  assert.deepEqual(resolve(read('2,4:7,9,12:*'), 15), [
    [2, 2],
    [4, 7],
    [9, 9],
    [12, 15],
  ]);
  assert.deepEqual(resolve(read('*:4,5:7'), 10), [[4, 10]]);
  assert.deepEqual(resolve(read('4:2'), 10), [[2, 4]]);
  assert.deepEqual(resolve(read('3291:*'), 100), [[100, 3291]]);
  assert.deepEqual(resolve(read('*'), 7), [[7, 7]]);
});

test('what is no set is refused', () => {
  for (const text of ['0', '1:0', '1,', ',1', '1:2:3', '', '01', '4294967296', '$']) {
    assert.throws(() => read(text), Refusal, text);
  }
});

test('$ stands where a saved result may', () => {
  assert.equal(read('$', ['$']) as unknown, '$');
});

test('membership in many spans', () => {
  const spans = resolve(read('1,5:9,20:30'), 100);
  const found = [0, 1, 2, 5, 9, 10, 20, 30, 31].filter((number) => contains(spans, number));
  assert.deepEqual(found, [1, 5, 9, 20, 30]);
});

test('numbers are written as a set, or in their own order', () => {
  assert.equal(formatSet([1, 2, 3, 5, 7, 8]), '1:3,5,7:8');
  assert.equal(formatOrdered([3, 4, 1, 2, 9]), '3:4,1:2,9');
  assert.equal(formatSet([]), '');
});

test('what a client knows is written without *, and ascends where it must', () => {
  const spans = (text: string, order?: 'ascending') =>
    readSpans(new Arguments({ segments: [text], literals: [] }), order);
  assert.deepEqual(spans('5,1:3'), [
    [5, 5],
    [1, 3],
  ]);
  assert.deepEqual(spans('1:3,5', 'ascending'), [
    [1, 3],
    [5, 5],
  ]);
  for (const text of ['*', '1:*']) assert.throws(() => spans(text), Refusal);
  for (const text of ['5,1:3', '3:1', '1,1']) assert.throws(() => spans(text, 'ascending'), Refusal);
});
