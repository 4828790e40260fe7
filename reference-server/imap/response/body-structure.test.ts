import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseMessage } from '../../mime/parse';
import { formatBody } from './body-structure';
import { formatEnvelope } from './envelope';
import { astring, string } from './strings';

const style = (utf8: boolean) => ({ utf8, decodes: utf8 });
const message = (...lines: string[]) => Buffer.from(lines.join('\r\n'), 'latin1');
const body = (octets: Buffer, extended: boolean, utf8 = false) =>
  formatBody(parseMessage(octets), { style: style(utf8), extended });

test('text, with and without extension data', () => {
  const octets = message('Content-Type: text/plain; charset="x y"', 'Content-MD5: abc', '', 'one', 'two', '');
  assert.equal(body(octets, false), '("text" "plain" ("charset" "x y") NIL NIL "7bit" 10 2)');
  assert.equal(body(octets, true), '("text" "plain" ("charset" "x y") NIL NIL "7bit" 10 2 "abc" NIL NIL NIL)');
});

test('multiparts and messages inside', () => {
  const octets = message(
    'Content-Type: multipart/mixed; boundary=b',
    '',
    '--b',
    'Content-Type: message/rfc822',
    '',
    'Subject: in',
    '',
    'x',
    '--b',
    'Content-Type: image/png',
    "Content-Disposition: inline; filename*=utf-8''%C3%A9",
    'Content-Language: en, de',
    '',
    '--b--',
  );
  const inner = '("text" "plain" ("charset" "us-ascii") NIL NIL "7bit" 1 0)';
  const envelope = '(NIL "in" NIL NIL NIL NIL NIL NIL NIL NIL)';
  assert.equal(
    body(octets, false),
    `(("message" "rfc822" NIL NIL NIL "7bit" 16 ${envelope} ${inner} 2)("image" "png" NIL NIL NIL "7bit" 0) "mixed")`,
  );
  assert.match(
    body(octets, true),
    /\("inline" \("filename\*" "utf-8''%C3%A9"\)\) \("en" "de"\) NIL\) "mixed" \("boundary" "b"\) NIL NIL NIL\)$/,
  );
  assert.match(body(octets, true, true), /\("filename\*" "\xc3\xa9"\)/);
});

test('two hundred levels are written', () => {
  const lines: string[] = [];
  for (let i = 0; i < 200; i++) lines.push(`Content-Type: multipart/mixed; boundary=b${i}`, '', `--b${i}`);
  const text = body(message(...lines, '', 'x'), false);
  assert.equal(text.match(/\(/g)!.length, text.match(/\)/g)!.length);
});

test('an envelope with all forms of addresses', () => {
  const octets = message('From: "A \\"B\\"" <a@x.test>', 'To: g: c@y.test;, <@r.test:d@z.test>', '', '');
  const a = '(("A \\"B\\"" NIL "a" "x.test"))';
  assert.equal(
    formatEnvelope(parseMessage(octets).parts[0]!.envelope!, style(false)),
    `(NIL NIL ${a} ${a} ${a} ((NIL NIL "g" NIL)(NIL NIL "c" "y.test")(NIL NIL NIL NIL)(NIL "@r.test" "d" "z.test")) NIL NIL NIL NIL)`,
  );
});

test('strings are quoted where they may be, otherwise literals', () => {
  assert.equal(string('a"\\', style(false)), '"a\\"\\\\"');
  assert.equal(string('a\r\n', style(true)), '{3}\r\na\r\n');
  assert.equal(string('\xc3\xa9', style(false)), '{2}\r\n\xc3\xa9');
  assert.equal(string('\xc3\xa9', style(true)), '"\xc3\xa9"');
  assert.equal(string('\xe9', style(true)), '{1}\r\n\xe9');
  assert.equal(string('x'.repeat(2000), style(true)).slice(0, 8), '{2000}\r\n');
  assert.equal(astring('foo/bar', style(false)), 'foo/bar');
  assert.equal(astring('nil', style(false)), '"nil"');
  assert.equal(astring('', style(false)), '""');
});
