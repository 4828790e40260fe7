import assert from 'node:assert';
import { test } from 'node:test';
import { count, list, orNone, repeated, wholeNumber } from './arguments';

test('lists may be joined by commas and repeated', () => {
  assert.deepEqual(list(' imap, pop3 ,', list('smtp', [])), ['smtp', 'imap', 'pop3']);
  assert.deepEqual(repeated('a,b', ['c']), ['c', 'a,b']);
});

test('numbers are whole, and counts begin at 1', () => {
  assert.equal(wholeNumber('0'), 0);
  assert.equal(count('3'), 3);
  for (const wrong of ['', '-1', '1.5', 'x']) assert.throws(() => wholeNumber(wrong), /whole number/, wrong);
  assert.throws(() => count('0'), /from 1/);
});

test('a word behind an option that may stand without its number is told where it stands instead', () => {
  assert.equal(orNone(count)('3'), 3);
  assert.throws(() => orNone(count)('smtp/reset'), /a whole number\. What is to be played stands before this option\./);
  assert.throws(() => orNone(count)('0'), /from 1\.$/);
});
