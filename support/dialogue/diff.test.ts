import assert from 'node:assert/strict';
import { test } from 'node:test';
import { showBytes, showDialogue } from './diff';

test('a caret stands under the octet that differs, also after octets that take more room', () => {
  assert.equal(showBytes('came: ', Buffer.from('a\0bc\r\n'), 3), 'came: a<NUL>bc\n             ^');
  assert.equal(showBytes('came: ', Buffer.from('abc\r\n'), 3), 'came: abc\n         ^');
});

test('only the surroundings of a difference are shown', () => {
  const bytes = Buffer.from(`${'a'.repeat(100)}X${'b'.repeat(200)}`);
  const [text, caret] = showBytes('', bytes, 100).split('\n');
  assert.equal(text, `… 60 octets … ${'a'.repeat(40)}X${'b'.repeat(99)} … 101 octets`);
  assert.equal(text?.[caret!.length - 1], 'X');
});

test('without a place, the lines of the wire are shown below each other, not all of them', () => {
  assert.equal(showBytes('came: ', Buffer.from('a\r\nb\n')), 'came: a\n      b<LF>');
  assert.equal(
    showBytes('', Buffer.from('a\r\n'.repeat(20)))
      .split('\n')
      .at(-1),
    '… 24 octets',
  );
  assert.equal(showBytes('came: ', Buffer.alloc(0)), 'came: (nothing)');
});

test('the dialogue is shown around its line', () => {
  const lines = Array.from({ length: 12 }, (_, n) => `S2: ${n + 1}`);
  const shown = showDialogue(lines, 9).split('\n');
  assert.deepEqual(shown.slice(-4), ['  > S2: 9', '        ^', '    S2: 10', '    S2: 11']);
  assert.equal(shown[0], '    S2: 3');
});
