import assert from 'node:assert/strict';
import { test } from 'node:test';
import { headerOf, selectFields } from './header-fields';

const HEADER = 'To: a\r\nSubject: one\r\n two\r\nX-Y : z\r\n\r\n';
const MESSAGE = Buffer.from(`${HEADER}Subject: body\r\n`);
const select = (names: string[], inverted = false) => selectFields(MESSAGE, names, inverted).toString();

test('fields come whole, in their order, with the empty line', () => {
  assert.equal(select(['SUBJECT', 'to']), 'To: a\r\nSubject: one\r\n two\r\n\r\n');
  assert.equal(select(['subject'], true), 'To: a\r\nX-Y : z\r\n\r\n');
  assert.equal(select(['x-y']), 'X-Y : z\r\n\r\n');
  assert.equal(select(['nothing']), '\r\n');
});

test('a header without an empty line has none', () => {
  assert.equal(selectFields(Buffer.from('To: a\r\nCc: b\r\n'), ['cc'], false).toString(), 'Cc: b\r\n');
  assert.equal(headerOf(Buffer.from('To: a\r\n')).toString(), 'To: a\r\n');
});

test('the header ends after its empty line, whatever the line ends', () => {
  assert.equal(headerOf(MESSAGE).toString(), HEADER);
  assert.equal(headerOf(Buffer.from('To: a\n\nbody')).toString(), 'To: a\n\n');
  assert.equal(headerOf(Buffer.from('\r\nbody')).toString(), '\r\n');
});
