import assert from 'node:assert/strict';
import test from 'node:test';
import { parseMessage } from './parse';
import { surrogateHeader, surrogateMessage } from './surrogate';

const shown = (header: string) => surrogateHeader(Buffer.from(`${header}\r\n\r\n`)).toString('latin1');
const invalid = '<invalid@internationalized-address.invalid>';
const word = (text: string) => `=?utf-8?B?${Buffer.from(text).toString('base64')}?=`;

const FIELDS: [what: string, field: string, becomes: string][] = [
  ['what is ASCII', 'X-A:  as  it is', 'X-A:  as  it is\r\n'],
  ['an internationalized address', 'To: jörg@example.test', `To: ${word('jörg@example.test')}\r\n ${invalid}\r\n`],
  ['a domain', 'Cc: a@bücher.test', `Cc: ${word('a@bücher.test')}\r\n ${invalid}\r\n`],
  ['its name is kept', 'From: Jö <jö@e.test>', `From: ${word('Jö jö@e.test')}\r\n ${invalid}\r\n`],
  ['a name alone', 'From: Jörg <j@e.test>', `From: ${word('Jörg')} <j@e.test>\r\n`],
  ['a neighbour', 'To: "B, b" <b@e.test>, ö@e.test', `To: "B, b" <b@e.test>, ${word('ö@e.test')}\r\n ${invalid}\r\n`],
  ['a group', 'To: Fü: a@e.test, b@e.test;, c@e.test', `To: ${word('Fü')}: <a@e.test>, <b@e.test>;, <c@e.test>\r\n`],
  ['Return-Path', 'Return-Path: <ö@e.test>', `Return-Path: ${invalid}\r\n`],
  ['Subject', 'Subject: Grüße =?utf-8?q?=C3=A4?=', `Subject: ${word('Grüße ä')}\r\n`],
  [
    'a parameter',
    'Content-Type: text/plain; charset=utf-8; name="ü;x"; a=b',
    'Content-Type: text/plain; charset=utf-8; a=b\r\n',
  ],
  [
    'all pieces of a parameter',
    'Content-Disposition: inline; filename*0=a; filename*1=ü; size=3',
    'Content-Disposition: inline; size=3\r\n',
  ],
  ['a value that is none without it', 'Content-Type: tüxt/plain; a=b', ''],
  ['other fields', 'Comments: ü\r\nMessage-ID: <ü@e.test>', ''],
  ['what is no field', 'X: y\r\nünd so weiter', 'X: y\r\n'],
];

for (const [what, field, becomes] of FIELDS)
  test(`a surrogate header: ${what}`, () => assert.equal(shown(field), `${becomes}\r\n`));

test('encoded words and lines are no longer than RFC 2047 §2 allows, and no character is cut', () => {
  const lines = shown(`Subject: ${'ä€😀'.repeat(60)}`).split('\r\n');
  assert.ok(lines.every((line) => line.length <= 76));
  const text = lines.join('').replace(/^Subject: /, '');
  const words = [...text.matchAll(/=\?utf-8\?B\?([^?]*)\?=/g)].map(([, one]) => Buffer.from(one!, 'base64').toString());
  assert.ok(words.every((one) => !one.includes('\ufffd')));
  assert.equal(words.join(''), 'ä€😀'.repeat(60));
});

test('headers of parts and of enclosed messages are made ASCII; bodies stay', () => {
  const message = Buffer.from(
    [
      'Subject: ü',
      'Content-Type: multipart/mixed; boundary=b',
      '',
      '--b',
      'Content-Type: text/plain; charset=utf-8',
      'Content-Description: ü',
      '',
      'Grüße',
      '--b',
      'Content-Type: message/rfc822',
      '',
      'To: ü@e.test',
      '',
      'ü',
      '--b--',
      '',
    ].join('\r\n'),
  );
  const text = surrogateMessage(message, parseMessage(message)).toString();
  assert.deepEqual(text.split('\r\n'), [
    `Subject: ${word('ü')}`,
    'Content-Type: multipart/mixed; boundary=b',
    '',
    '--b',
    'Content-Type: text/plain; charset=utf-8',
    '',
    'Grüße',
    '--b',
    'Content-Type: message/rfc822',
    '',
    `To: ${word('ü@e.test')} ${invalid}`,
    '',
    'ü',
    '--b--',
    '',
  ]);
});

test('a header that is no UTF-8 is left as it is', () => {
  const message = Buffer.from('Subject: \xfc\r\n\r\n', 'latin1');
  assert.deepEqual(surrogateMessage(message, parseMessage(message)), message);
});
