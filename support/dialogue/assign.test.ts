import assert from 'node:assert/strict';
import { test } from 'node:test';
import { assign } from './assign';

/** Lines and items as text: a line takes an item that begins with it. */
const taken = (lines: string[], items: string[], options = {}) => {
  return assign(
    lines.length,
    items.length,
    (line, item) => (items[item]!.startsWith(lines[line]!) ? { bound: undefined } : undefined),
    options,
  );
};

test('each line takes an item of its own', () => {
  assert.deepEqual(taken(['b', 'a'], ['a', 'b']), { bound: undefined, items: [1, 0] });
  assert.deepEqual(taken(['a', 'a'], ['a', 'b']), { missing: 1 });
});

test('an earlier choice is taken back where a later line needs the item', () => {
  assert.deepEqual(taken(['a', 'ab'], ['ab', 'ac']), { bound: undefined, items: [1, 0] });
});

test('shared items serve several lines, ordered lines go forward only', () => {
  assert.deepEqual(taken(['a', 'a'], ['a'], { shared: () => true }), { bound: undefined, items: [0, 0] });
  assert.deepEqual(taken(['b', 'a'], ['a', 'b'], { ordered: () => true }), { missing: 1 });
});

test('a group that fits in too many ways is the fault of the scenario', () => {
  const lines = [...Array.from({ length: 12 }, () => 'a'), 'z'];
  assert.throws(
    () =>
      taken(
        lines,
        Array.from({ length: 12 }, () => 'a'),
      ),
    /too many ways/,
  );
});
