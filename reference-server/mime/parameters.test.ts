import assert from 'node:assert/strict';
import { test } from 'node:test';
import { decodedParameters, parameter, parseParameterized } from './parameters';

const read = (value: string, tokens = 100_000) => parseParameterized(value, { tokens });
const parameters = (value: string) => read(value).parameters;

test('type, quoted and bare values, comments, any case of the name', () => {
  const parsed = read('Text/Plain (really); CHARSET = "us\\-ascii" (x); format=flowed;');
  assert.equal(parsed.value, 'Text/Plain');
  assert.deepEqual(parsed.parameters, [
    ['charset', 'us-ascii'],
    ['format', 'flowed'],
  ]);
});

test('a semicolon inside quotes parts nothing', () => {
  assert.deepEqual(parameters('a/b; name="x; y=z"'), [['name', 'x; y=z']]);
});

test('continuations are joined, in the order of their numbers', () => {
  const value = 'message/external-body; URL*1="cs.utk.edu/pub"; url*0="ftp://"; size=1';
  assert.deepEqual(parameters(value), [
    ['url', 'ftp://cs.utk.edu/pub'],
    ['size', '1'],
  ]);
});

test('extended continuations become one extended parameter, and decode', () => {
  const value =
    "application/x; title*0*=us-ascii'en'This%20is%20even%20more%20; title*1*=%2A%2A%2Afun%2A%2A%2A%20; title*2=\"isn't it!\"";
  const found = parameters(value);
  assert.deepEqual(decodedParameters(found), [['title*', "This is even more ***fun*** isn't it!"]]);
  assert.equal(parameter(found, 'title'), "This is even more ***fun*** isn't it!");
});

test('an extended value in another charset', () => {
  const found = parameters('attachment; filename*=iso-8859-1\'\'caf%E9.txt; filename="cafe.txt"');
  assert.equal(parameter(found, 'filename'), 'café.txt');
  assert.deepEqual(decodedParameters(found)[0], ['filename*', 'caf\u00c3\u00a9.txt']);
});

test('a gap in the numbers ends the value; numbers with leading zeros are no continuation', () => {
  assert.deepEqual(parameters('a/b; x*0=1; x*2=3; y*01=q'), [
    ['x', '1'],
    ['y*01', 'q'],
  ]);
});

test('what breaks the grammar is read around', () => {
  const parsed = read('text/plain; charset; name=a b; x=y');
  assert.deepEqual(parsed.parameters, [
    ['name', 'a b'],
    ['x', 'y'],
  ]);
});

test('words that stand apart before the first semicolon are not made one', () => {
  assert.equal(read('attachment filename=x').value, 'attachment filename=x');
  assert.equal(read('text / plain (x); a=b').value, 'text/plain');
});

test('no more is read than there is budget for, and no half parameter', () => {
  assert.deepEqual(read('a/b; c=d; e=f', 10), { value: 'a/b', parameters: [['c', 'd']] });
});
