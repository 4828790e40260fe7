import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parcelFor } from '../testing/relaying';
import { needsOf } from './parcel';

const isBinaryFor = (body: '8BITMIME' | 'BINARYMIME', text: string) => {
  const parcel = parcelFor(`Subject: x\r\n\r\n${text}`, 'bob@other.test');
  return needsOf({ ...parcel, envelope: { ...parcel.envelope, body } }).binary;
};

test('what no line can hold is binary, whatever was said of it', () => {
  for (const text of ['a\nb\r\n', 'a\rb\r\n', 'a\0b\r\n', 'a\n.\r\nb\r\n', 'a\r\r\n']) {
    assert.ok(isBinaryFor('8BITMIME', text), JSON.stringify(text));
    assert.ok(isBinaryFor('BINARYMIME', text), JSON.stringify(text));
  }
});

test('plain text is not, whatever was said of it', () => {
  assert.equal(isBinaryFor('BINARYMIME', 'a\r\nb\r\n'), false);
});

test('a line that is too long is binary where that was said', () => {
  const text = `${'x'.repeat(999)}\r\n`;
  assert.deepEqual([isBinaryFor('BINARYMIME', text), isBinaryFor('8BITMIME', text)], [true, false]);
});
