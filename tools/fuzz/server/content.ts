import assert from 'node:assert/strict';
import { ContentScanner } from '../../../reference-server/smtp/content/scanner';
import { cut } from '../cut';
import { mutated } from '../grammar/mutate';
import { one, some } from '../grammar/text';
import { stateless } from '../subject';

const LIMIT = 1024 * 1024;
const grammar = some(
  one('a', '.', '\r', '\n', '\r\n', '\r\n.', '\r\n.\r\n', '\n.\n', '\n.\r\n', '\r.\r', '\0', '\xff', '..\r\n'),
  24,
);

export const content = stateless(
  'smtp-content',
  'the end of DATA, and the dots before it: the same however the octets are cut, and what the rules say of the whole',
  mutated(grammar),
  (octets) => {
    const whole = scan([octets]);
    assert.deepEqual(scan(cut(octets)), whole);
    assert.deepEqual(whole, byTheRules(octets.toString('latin1')));
  },
);

function scan(pieces: readonly Buffer[]) {
  const scanner = new ContentScanner(LIMIT);
  let taken = 0;
  for (const piece of pieces) if (!scanner.done) taken += scanner.push(piece);
  const { done, bareNewline, nul, size } = scanner;
  // Where the end has not come, it may still hold some octets back.
  if (!done) return { done };
  const content = Buffer.concat(scanner.pieces).toString('latin1');
  assert.equal(content.length, size);
  return { done, taken, bareNewline, nul, content };
}

/** RFC 5321 §4.5.2, over all of it at once. */
function byTheRules(wire: string) {
  const end = wire.startsWith('.\r\n') ? 0 : wire.indexOf('\r\n.\r\n') + 2;
  if (end === 1) return { done: false };
  const content = wire.slice(0, end).replace(/(^|\r\n)\./g, '$1');
  return {
    done: true,
    taken: end + 3,
    bareNewline: /\r(?!\n)|(?<!\r)\n/.test(content),
    nul: content.includes('\0'),
    content,
  };
}
