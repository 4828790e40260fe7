import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inspect } from './inspect';

const GOOD = 'From: a@x.test\r\nDate: 1 Jan 2024 00:00:00 +0000\r\n';
const codes = (text: string) => inspect(Buffer.from(text, 'latin1')).map((flaw) => flaw.code);

test('a message without fault has none', () => {
  assert.deepEqual(codes(`${GOOD}\r\nhello\r\n${'a'.repeat(998)}\r\n`), []);
});

test('octets that no message may hold are reported where they are first seen', () => {
  const text = `${GOOD}\r\na\rb\nc\0d\r\n${'a'.repeat(999)}\r\n`;
  assert.deepEqual(codes(text), ['bare-cr', 'bare-lf', 'nul', 'long-line']);
  assert.equal(inspect(Buffer.from(text))[0]!.at, GOOD.length + 3);
});

test('8-bit headers and broken base64', () => {
  const head = `${GOOD}MIME-Version: 1.0\r\nContent-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n`;
  assert.deepEqual(codes(`${head}Subject: \xe9\r\n\r\nabc\r\n`), ['eight-bit-header', 'bad-base64']);
});
