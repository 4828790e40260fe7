import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Scope } from './scope';
import { parseTemplate } from './template';

const scope = new Scope((name) =>
  name.startsWith('alice.user') ? 'alice' : name === 'alice.password' ? 'secret-1' : undefined,
);
scope.set('hello', Buffer.from('Subject: hi\r\n'));
scope.set('uid', 41);

for (const [text, expanded] of [
  ['no $ and {5} and \\Seen $Forwarded %', 'no $ and {5} and \\Seen $Forwarded %'],
  ['<${alice.user}>', '<alice>'],
  ['{${hello.size}}', '{13}'],
  ['${alice.user.size}', '5'],
  ['${uid + 3} ${uid - 1}', '44 40'],
  ['${3 * "a"}b', 'aaab'],
  ['${2 * "a${CR}${LF}"}', 'a\r\na\r\n'],
  ['${uid * SP}.', `${' '.repeat(41)}.`],
  ['${CR}${LF}${CRLF}${NUL}${SP}${TAB}${x80}${xC3A9}', Buffer.from('\r\n\r\n\0 \t\x80\xc3\xa9', 'latin1')],
  ['${base64(NUL, alice.user, NUL, alice.password)}', Buffer.from('\0alice\0secret-1').toString('base64')],
  ['${upper("ab")}${lower("AB")}${size(hello)}', 'ABab13'],
  ['${quoted("a\\b")}', '"a\\\\b"'],
  ['${md5("a", "b")}', '187ef4436122d1cc2f40dc2b92f0eba0'],
  ['é', Buffer.from('é')],
  ['', ''],
] as const) {
  test(`${JSON.stringify(text)} is filled in`, () => {
    assert.deepEqual(scope.expand(text), Buffer.from(expanded as string));
  });
}

for (const [text, message] of [
  ['${', /write a name/],
  ['${a', /} is missing/],
  ['${a:numbr}', /the type after a: is one of number, atom, string, text/],
  ['${nope(a)}', /no function nope; there are base64/],
  ['${5 * "a}', /" is missing/],
  ['${a b}', /} is missing/],
] as const) {
  test(`${JSON.stringify(text)} is refused`, () => {
    assert.throws(() => parseTemplate(text), message);
  });
}

test('what has no value cannot be sent', () => {
  assert.throws(() => scope.expand('${nobody}'), /\$\{nobody\} is not known here/);
  assert.throws(() => scope.expand('${*}'), /here a value is needed/);
  assert.throws(() => scope.expand('${n:number}'), /here a value is needed/);
  assert.throws(() => scope.expand('${hello + 1}'), /is not a number/);
});
