import assert from 'node:assert';
import { test } from 'node:test';
import { blocksOf, missingFrom } from './page';

test('commands, output and files are told apart, and other blocks are left out', () => {
  const page = '# A\n\n```sh\nls\n```\n\n```text\na\n```\n\n```yaml title=my.yaml\nb: 1\n```\n\n```yaml\nc: 2\n```\n';
  assert.deepEqual(
    blocksOf(page).map(({ kind, text, line }) => [kind, text, line]),
    [
      ['commands', 'ls\n', 3],
      ['output', 'a\n', 7],
      ['file', 'b: 1\n', 11],
    ],
  );
});

test('what is said must come in its order, with others between, and … for anything', () => {
  assert.equal(missingFrom('one\n  two: 2 of 7\nthree\n', 'one\ntwo: … of 7\n'), undefined);
  assert.equal(missingFrom('one\ntwo\n', 'two\none\n'), 'one');
  assert.equal(missingFrom('a.c\n', 'abc\n'), 'abc');
});
