import assert from 'node:assert/strict';
import { test } from 'node:test';
import { decodeWords } from './encoded-words';
import { decodeTransfer } from './transfer';

const decode = (text: string, encoding: string) =>
  decodeTransfer(Buffer.from(text, 'latin1'), encoding)?.toString('latin1');

test('base64 passes over what is not of its alphabet and goes on after padding', () => {
  assert.equal(decode('SGVs\r\nbG8h', 'base64'), 'Hello!');
  assert.equal(decode('YQ==\r\nYg==', 'base64'), 'ab');
  assert.equal(decode('Y-W_J!j', 'base64'), 'abc');
  assert.equal(decode('YWI', 'base64'), 'ab');
});

test('quoted-printable: soft breaks, white space at line ends, lower case, stray =', () => {
  assert.equal(decode('a=3D=\r\nb=c3=A9  \r\nc=20\r\nd=ZZ e=', 'quoted-printable'), 'a=b\u00c3\u00a9\r\nc \r\nd=ZZ e');
  assert.equal(decode('soft= \t\r\nend', 'quoted-printable'), 'softend');
});

test('7bit, 8bit and binary are as they are; an unknown encoding has no answer', () => {
  assert.equal(decode('a=3D', '8bit'), 'a=3D');
  assert.equal(decode('a', 'x-uuencode'), undefined);
});

test('encoded words: both encodings, language, white space between, split characters, raw UTF-8', () => {
  assert.equal(decodeWords('=?ISO-8859-1?Q?Andr=E9?= Pirard'), 'André Pirard');
  assert.equal(decodeWords('(=?ISO-8859-1?Q?a?=  \t =?ISO-8859-1?Q?b_c?=)'), '(ab c)');
  assert.equal(decodeWords('=?US-ASCII*EN?Q?Keith_Moore?='), 'Keith Moore');
  assert.equal(decodeWords('=?UTF-8?B?4oI=?= =?utf-8?B?rA==?='), '€');
  assert.equal(decodeWords('=?UTF-8?Q?=E2=82?= =?utf-8?Q?=AC?= x'), '€ x');
  assert.equal(decodeWords(Buffer.from('Grüße').toString('latin1')), 'Grüße');
  assert.equal(decodeWords('=?nope?Q?x=41?= =?utf-8?Z?x?='), 'xA =?utf-8?Z?x?=');
});
