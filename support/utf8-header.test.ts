import assert from 'node:assert/strict';
import { test } from 'node:test';
import { hasUtf8Header } from './utf8-header';

test('octets beyond ASCII count in the header alone', () => {
  for (const [message, has] of [
    ['Subject: \u00fc\r\n\r\ntext\r\n', true],
    ['Subject: u\r\n\r\n\u00fc\r\n', false],
    ['Subject: \u00fc\r\n', true],
    ['Subject: u\r\n', false],
  ] as const)
    assert.equal(hasUtf8Header(Buffer.from(message)), has, message);
});
