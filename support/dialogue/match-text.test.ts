import assert from 'node:assert/strict';
import { test } from 'node:test';
import { matchText } from './match-text';
import { Scope } from './scope';
import { parseTemplate } from './template';

const scope = new Scope();
scope.set('known', 'abc');
scope.set('low', 5);

function match(template: string, subject: string, options = {}) {
  const result = matchText(parseTemplate(template), Buffer.from(subject, 'latin1'), scope, undefined, options);
  if (!result.matched) return result.at;
  const names: Record<string, string> = {};
  for (let bound = result.bound; bound !== undefined; bound = bound.rest)
    names[bound.name] = bound.value.toString('latin1');
  return names;
}

for (const [template, subject, bound] of [
  ['abc', 'abc', {}],
  ['${known}', 'abc', {}],
  ['${known:atom}', 'abc', {}],
  ['${*}', '', {}],
  ['a${*}c', 'a-b-c', {}],
  ['a${*}b${*}c', 'a1b2bc', {}],
  ['SIZE ${n:number}', 'SIZE 10485760', { n: '10485760' }],
  ['${n:number > low}', '6', { n: '6' }],
  ['${n:number >= low + 1}', '6', { n: '6' }],
  ['${n:number < 10}', '6', { n: '6' }],
  ['${n:number = low}', '5', { n: '5' }],
  ['${n:number > low}', '123456789012345678901234567890', { n: '123456789012345678901234567890' }],
  ['1 ${id:atom}', '1 whqtswO00WBw418f9t5JxYwZ', { id: 'whqtswO00WBw418f9t5JxYwZ' }],
  ['${*}<${stamp:atom}>', 'POP3 ready <1896.697@dbc.mtview.ca.us>', { stamp: '1896.697@dbc.mtview.ca.us' }],
  ['${a:atom} ${b:text}', 'one two three', { a: 'one', b: 'two three' }],
  ['<${t:text}>', '<a b>', { t: 'a b' }],
  ['${a:atom}.${a:atom}', 'x.x', { a: 'x' }],
] as const) {
  test(`${template} takes ${subject}`, () => assert.deepEqual(match(template, subject), bound));
}

for (const [template, subject, at] of [
  ['abc', 'abd', 2],
  ['abc', 'ab', 2],
  ['abc', 'abcd', 3],
  ['${known}', 'abx', 2],
  ['${known:atom}', 'abd', 0],
  ['a${*}c', 'a-b', 1],
  ['${n:number}', 'x', 0],
  ['${n:number > low}', '5', 0],
  ['${n:atom > low}', 'x', 0],
  ['${n:number < low}', '7', 0],
  ['${a:atom}', '', 0],
  ['${a:atom}', 'two words', 3],
  ['${a:atom}.${a:atom}', 'x.y', 3],
] as const) {
  test(`${template} does not take ${JSON.stringify(subject)}`, () => assert.equal(match(template, subject), at));
}

test('written text may ignore case, values may not', () => {
  assert.deepEqual(match('Size ${n:number}', 'SIZE 5', { ignoreCase: true }), { n: '5' });
  assert.equal(match('${known}', 'ABC', { ignoreCase: true }), 0);
  assert.equal(match('a[', 'a{', { ignoreCase: true }), 1);
});

test('a prefix is enough where that is asked', () => {
  assert.deepEqual(match('2.1.0', '2.1.0 Ok', { prefix: true }), {});
  assert.equal(match('2.1.1', '2.1.0 Ok', { prefix: true }), 4);
});

test('a long message is compared at once', () => {
  const message = Buffer.alloc(20 << 20, 'abcdefg\r\n');
  scope.set('message', message);
  assert.equal(matchText(parseTemplate('${message}'), Buffer.from(message), scope).matched, true);
  const other = Buffer.from(message);
  other[other.length - 5] = 0;
  assert.deepEqual(matchText(parseTemplate('${message}'), other, scope), { matched: false, at: other.length - 5 });
});

test('a text at the end is all that is left, also where only the beginning is asked for', () => {
  assert.deepEqual(match('1 ${rest:text}', '1 320 octets', { prefix: true }), { rest: '320 octets' });
  assert.equal(match('1 320${rest:text = ""}', '1 320 octets', { prefix: true }), 5);
});
