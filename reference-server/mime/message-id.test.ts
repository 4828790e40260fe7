import assert from 'node:assert/strict';
import { test } from 'node:test';
import { messageIds } from './message-id';

test('identifiers stand in brackets, whatever stands between them', () => {
  assert.deepEqual(messageIds('<a@x.test><b@x.test> (c) ann@x.test <c@x.test>'), ['a@x.test', 'b@x.test', 'c@x.test']);
  assert.deepEqual(messageIds('no id, ann@x.test'), []);
});

test('quotes that need not be are no difference', () => {
  assert.deepEqual(messageIds('<"01KF8JCEOCBS0045PS"@xxx.yyy.com>'), messageIds('<01KF8JCEOCBS0045PS@xxx.yyy.com>'));
  assert.deepEqual(messageIds('<"a\\"<b"@x.test>'), ['a"<b@x.test']);
});

test('what has no two sides is none', () => {
  assert.deepEqual(messageIds('<> <x> <@> <a@> <@x.test> <a b@x.test>'), ['ab@x.test']);
});

test('what was made to take long does not', () => {
  for (const piece of ['<', '<"', '"<', '<a@', '>"', '<\\"'])
    assert.ok(Array.isArray(messageIds(piece.repeat(100_000))));
});
