import assert from 'node:assert/strict';
import { test } from 'node:test';
import { withOwnId } from './message-id';
import { withCrlf } from './scenario/message';

test('a message gets a Message-ID of its own, and nothing else in it changes', () => {
  const text = (id: string) => `Subject: a\nmessage-id:\n <${id}@example.test>\n\nMessage-ID: <b@example.test>\n`;
  assert.deepEqual(withOwnId(withCrlf(text('a')), 'x-1'), withCrlf(text('x-1.a')));
});

test('a second one differs from the first', () => {
  const message = withCrlf('Message-ID: <a@example.test>\n\nHello.\n');
  const once = withOwnId(message, 'x-1');
  assert.notDeepEqual(withOwnId(once, 'x-1'), once);
});

test('a message without a Message-ID in its header stays as it is', () => {
  const message = withCrlf('Subject: a\n\nMessage-ID: <a@example.test>\n');
  assert.equal(withOwnId(message, 'x-1'), message);
});

test('a Message-ID that is none stays so, and no other field is touched', () => {
  const message = withCrlf('Message-ID: none\nFrom: <a@example.test>\n\nHello.\n');
  assert.equal(withOwnId(message, 'x-1'), message);
});
