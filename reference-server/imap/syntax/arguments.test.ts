import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Refusal } from '../refusal';
import { Arguments } from './arguments';
import { markerOf } from './raw-command';

const reader = (text: string, ...literals: string[]) => {
  const segments = text.split('|');
  return new Arguments({ segments, literals: literals.map((one) => ({ octets: Buffer.from(one), binary: false })) });
};
const refused = (read: () => unknown) =>
  assert.throws(read, (error) => error instanceof Refusal && error.status === 'BAD');

test('atoms end where their specials begin', () => {
  const args = reader('abc.$x-1]rest');
  assert.equal(args.atom(), 'abc.$x-1');
  assert.equal(args.rest, ']rest');
  for (const text of ['(', ')', '{', ' ', '%', '*', '"', '\\', ']', '\x7f', '\xe9']) refused(() => reader(text).atom());
});

test('an astring may hold ] and be quoted or a literal', () => {
  assert.equal(reader('a]b').astring(), 'a]b');
  assert.equal(reader('"a \\"b\\" \\\\"').astring(), 'a "b" \\');
  assert.equal(reader('{3}|', 'x\ry').astring(), 'x\ry');
  assert.equal(reader('""').astring(), '');
});

test('quoted strings: only quotes and backslashes are quoted, and 8-bit text is UTF-8', () => {
  refused(() => reader('"a\\b"').string());
  refused(() => reader('"open').string());
  refused(() => reader('"\xe9"').string());
  assert.equal(reader('"\xc3\xa9"').string(), '\xc3\xa9');
});

test('a literal is followed by the rest of the command', () => {
  const args = reader('{1}| {2}| end', 'a', 'bc');
  assert.equal(args.astring(), 'a');
  args.space();
  assert.equal(args.astring(), 'bc');
  args.space();
  assert.equal(args.atom(), 'end');
  args.end();
});

test('a literal with NUL is no string', () => refused(() => reader('{1}|', '\0').string()));

test('NIL is none, in any case, and a word that begins with it is not', () => {
  assert.equal(reader('nil)').nstring(), null);
  assert.equal(reader('"NIL"').nstring(), 'NIL');
  refused(() => reader('nilly').nstring());
});

test('one space parts arguments, and nothing may be left over', () => {
  const args = reader('a  b');
  args.atom();
  args.space();
  refused(() => args.atom());
  refused(() => reader('x').end());
});

test('numbers have bounds; nz-number has no leading zero', () => {
  assert.equal(reader('4294967295').number(), 4294967295);
  refused(() => reader('4294967296').number());
  refused(() => reader('0').number(1));
  refused(() => reader('01').number(1));
  refused(() => reader('-1').number());
});

test('lists, empty where that is allowed', () => {
  const args = reader('(a b c)');
  assert.deepEqual(
    args.list(() => args.atom()),
    ['a', 'b', 'c'],
  );
  assert.deepEqual(
    reader('()').listOrEmpty(() => ''),
    [],
  );
  const empty = reader('()');
  refused(() => empty.list(() => empty.atom()));
});

test('a marker ends a line outside of quotes', () => {
  assert.deepEqual(markerOf('a LOGIN {5}'), { size: 5, synchronizing: true, binary: false });
  assert.deepEqual(markerOf('a APPEND x ~{5+}'), { size: 5, synchronizing: false, binary: true });
  assert.equal(markerOf('a LOGIN "x {5}'), undefined);
  assert.deepEqual(markerOf('a LOGIN "\\"" {0}')?.size, 0);
  assert.equal(markerOf('a {x}'), undefined);
  assert.equal(markerOf('a {5} '), undefined);
});
