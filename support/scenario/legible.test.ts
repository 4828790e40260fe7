import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isLegible } from './legible';

const message = (...lines: string[]) => Buffer.from(lines.join('\r\n'));
const reads = (octets: Buffer, text: string) => isLegible(octets, Buffer.from(text));

test('a text is found as it stands there', () => {
  assert.equal(reads(message('Subject: news 1', '', 'Grüße'), 'news 1'), true);
  assert.equal(reads(message('Subject: news 1', '', 'Grüße'), 'Grüße'), true);
});

test('a text is found in encoded words', () => {
  assert.equal(reads(message('Subject: =?UTF-8?B?bmV3cyAx?=', '', 'x'), 'news 1'), true);
  assert.equal(reads(message('Subject: =?utf-8?q?ne?=', ' =?iso-8859-1*de?Q?ws_=FC?=', '', 'x'), 'news ü'), true);
  assert.equal(reads(message('Subject: =?nowhere?q?news?=', '', 'x'), 'news'), true, 'as it stands there');
  assert.equal(reads(message('Subject: =?nowhere?b?bmV3cyAx?=', '', 'x'), 'news 1'), false);
});

test('a text is found in encoded parts', () => {
  const head = ['Content-Type: multipart/mixed; boundary=b', '', '--b'];
  const base64 = message(...head, 'Content-Transfer-Encoding: base64', 'X: y', '', 'bmV3', 'cyAx', '--b--', '');
  assert.equal(reads(base64, 'news 1'), true);
  assert.equal(reads(message('Content-Transfer-Encoding: quoted-printable', '', 'ne=', 'ws=201'), 'news 1'), true);
  assert.equal(reads(message('Content-Transfer-Encoding: base64', '', 'bmV3cyAx'), 'news 1'), true);
});

test('what is not there is not found', () => {
  const encoded = message('Subject: =?utf-8?b?bmV3cyAx?=', 'Content-Transfer-Encoding: base64', '', 'bmV3cyAx');
  assert.equal(reads(encoded, 'news 2'), false);
  assert.equal(reads(encoded, 'bmV3cyAy'), false);
});
