import assert from 'node:assert/strict';
import { test } from 'node:test';
import { withoutReturnPath } from './return-path';

const stripped = (content: string) => withoutReturnPath(Buffer.from(content)).toString();

test('a message without one is left alone', () => {
  const content = Buffer.from('From: a\r\n\r\nReturn-Path: <x>\r\n');
  assert.equal(withoutReturnPath(content), content);
});

test('every one of the header goes, in any case and folded', () => {
  const content = 'Return-Path: <a>\r\nFrom: b\r\nRETURN-PATH:\r\n <c>\r\nTo: d\r\n\r\nbody\r\n';
  assert.equal(stripped(content), 'From: b\r\nTo: d\r\n\r\nbody\r\n');
});

test('a header without a body and one that ends in the field are read to their end', () => {
  assert.equal(stripped('From: a\r\nReturn-Path: <b>\r\n'), 'From: a\r\n');
  assert.equal(stripped('Return-Path: <b>\r\n\r\n'), '\r\n');
});

test('a field whose name only begins alike stays', () => {
  assert.equal(stripped('Return-Paths: 2\r\n\r\n'), 'Return-Paths: 2\r\n\r\n');
});
