import assert from 'node:assert/strict';
import { test } from 'node:test';
import { baseSubject } from '../../mime/base-subject';
import type { Ordered } from './ordered';
import { references } from './references';
import { formatThreads, orderedSubject } from './threads';

/** `1 a: Hello < x y`: message 1 with the identifier a, about Hello, referring to x and y; sent in the order of the numbers unless `@` says when. */
function messages(...lines: string[]): Ordered[] {
  return lines.map((line) => {
    const [, number, id, sent, subject, after] = /^(\d+) (\S*?)(?:@(\d+))?: ?(.*?)(?: < (.*))?$/.exec(line)!;
    const { text, reply } = baseSubject(subject!);
    const at = Number(sent ?? number);
    const references = after?.split(' ') ?? [];
    const head = { subject: text, reply, from: '', to: '', cc: '', sent: at, id: id || undefined, references };
    return { uid: Number(number), arrival: at, size: 1, sent: at, head };
  });
}

const BY_REFERENCES: readonly [name: string, threads: string, ...lines: string[]][] = [
  ['each its own', '(1)(2)', '1 a: A', '2 b: B'],
  ['one behind the other', '(1 2 3)', '1 a: A', '2 b: A1 < a', '3 c: A2 < a b'],
  ['two answers to one', '(1 (2)(3))', '1 a: A', '2 b: A1 < a', '3 c: A2 < a'],
  ['the answer came before', '(2 1)', '1 b@2: A1 < a', '2 a@1: A'],
  ['by the time of sending', '(2)(1)', '1 a@9: A', '2 b@3: B'],
  ['two answers to one that is not here', '((1)(2))', '1 b: A1 < a', '2 c: A2 < a'],
  ['one answer to one that is not here', '(1 2)', '1 b: A1 < a', '2 c: A2 < a b'],
  ['one in the middle is not here', '(1 (2)(3))', '1 a: A', '2 c: A1 < a b', '3 d: A2 < a b'],
  ['nobody is here that is referred to', '(1)', '1 d: A < a b c'],
  ['who has the identifier of another', '(1 3)(2)', '1 a: A', '2 a: B', '3 c: C < a'],
  ['around in a circle', '(2 1)', '1 a: A < b', '2 b: B < a'],
  ['to itself', '(1)', '1 a: A < a'],
  ['cut short: what is known stays', '(1 2 3)', '1 a: A', '2 b: B < a', '3 c: C < x b'],
  ['an answer by its subject alone', '(1 2)', '1 a: A', '2 b: Re: A'],
  ['the same subject twice', '((1)(2))', '1 a: A', '2 b: A'],
  ['two answers by their subject', '((1)(2))', '1 a: Re: A', '2 b: Re: A'],
  ['the answer is older', '(2 1)', '1 a: Re: A', '2 b: A'],
  ['passed on', '(1 2)', '1 a: A', '2 b: [Fwd: A]'],
  ['no subject is none', '(1)(2)', '1 a:', '2 b: Re:'],
  ['one joins those of one that is not here', '((1)(2)(3))', '1 b: A < a', '2 c: A < a', '3 d: A'],
  ['both of ones that are not here', '((1)(2)(3)(4))', '1 b: A < a', '2 c: A < a', '3 e: A < d', '4 f: A < d'],
];

for (const [name, threads, ...lines] of BY_REFERENCES)
  test(`by references: ${name}`, () =>
    assert.equal(
      formatThreads(references(messages(...lines)), (uids) => uids),
      threads,
    ));

test('by subject: the first, and all others below it', () => {
  const lines = ['1 a: B', '2 b: A', '3 c: Re: B', '4 d: Fw: B', '5 e: C'];
  assert.equal(
    formatThreads(orderedSubject(messages(...lines)), (uids) => uids),
    '(1 (3)(4))(2)(5)',
  );
});

test('the example of RFC 5256, section 4', () => {
  const lines = ['2 a: A', '3 b@3: B', '6 c@4: C < b', '4 d@5: D < c', '23 e@6: E < d'];
  lines.push('44 f@7: F < c', '7 g@8: G < f', '96 h@9: H < g');
  const sorted = messages(...lines).sort((one, other) => one.uid - other.uid);
  assert.equal(
    formatThreads(references(sorted), (uids) => uids),
    '(2)(3 6 (4 23)(44 7 96))',
  );
});

test('what was made to take long does not', () => {
  const count = 10_000;
  const chain = Array.from({ length: count }, (_, i) => `${i + 1} m${i}: S${i} < m${i - 1}`);
  const deep = formatThreads(references(messages(...chain)), (uids) => uids);
  assert.ok(deep.startsWith('(1 2 3 4 '));
  assert.equal(
    formatThreads(references(messages(...chain.reverse())), (uids) => uids),
    deep,
  );
  const same = Array.from({ length: count }, (_, i) => `${i + 1} m${i}: S`);
  assert.ok(formatThreads(references(messages(...same)), (uids) => uids).startsWith('((1)(2)(3)'));
});
