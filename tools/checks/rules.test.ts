import assert from 'node:assert/strict';
import { test } from 'node:test';
import { partsIn, rulesIn } from './rules';

test('parts are the types of the fields of an interface of parts', () => {
  const text =
    'interface ImapParts extends SharedParts { readonly parser: Parser; tls: Tls & { use: string }; one: number }';
  assert.deepEqual(partsIn(text), ['Parser', 'Tls']);
  assert.deepEqual(partsIn('interface Other { readonly parser: Parser }'), []);
});

test('a method that gives a constant, or what it was given, is a rule', () => {
  const rules = (body: string) => rulesIn(body, new Set(['Part'])).map(({ method }) => method);
  assert.deepEqual(rules('class Part { a() { return true; } b(x) { return x; } c({ y }) { return !y.z; } d() {} }'), [
    'a',
    'b',
    'c',
    'd',
  ]);
  assert.deepEqual(rules('const part: Part = { a: (x) => x, b: () => [], c: find, d: (x) => x > 1 };'), ['a', 'b']);
  assert.deepEqual(rules('class Part { a() { return this.a; } b(x) { return find(x); } private e = 1; }'), []);
  assert.deepEqual(rules('class Other { a() { return true; } }'), []);
});
