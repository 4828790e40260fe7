import assert from 'node:assert';
import { test } from 'node:test';
import { type Placed, planOf } from './plan';
import { parseShard, takeShard } from './shard';

/** `a2` → two scenarios in features/a.feature, on lines 10 and 20. */
function files(...sizes: string[]): Placed[] {
  return sizes.flatMap((text) =>
    Array.from({ length: Number(text.slice(1)) }, (_, index) => ({
      id: `${text[0]}#${index}`,
      was: [],
      uri: `features/${text[0]}.feature`,
      line: (index + 1) * 10,
      tags: [],
      requirements: [],
    })),
  );
}

const plenty = { children: 2, accounts: Number.POSITIVE_INFINITY };

test('files go whole to the emptiest child', () => {
  const all = files('a1', 'b3', 'c2', 'd1');
  const { together, last } = planOf(all, all, plenty);
  assert.deepEqual(
    together.map(({ sources }) => sources),
    [
      ['features/b.feature', 'features/d.feature'],
      ['features/a.feature', 'features/c.feature'],
    ],
  );
  assert.equal(last, undefined);
});

test('every selected scenario is played once, by line where its file is not wanted whole', () => {
  const all = files('a3', 'b2');
  const { together } = planOf([all[0]!, all[2]!, all[3]!, all[4]!], all, { ...plenty, children: 1 });
  assert.deepEqual(together[0]?.sources, ['features/a.feature:10:30', 'features/b.feature']);
  assert.equal(together[0]?.scenarios.length, 4);
});

test('no more children than files, and none for nothing', () => {
  const all = files('a5');
  assert.equal(planOf(all, all, { ...plenty, children: 8 }).together.length, 1);
  assert.equal(planOf([], all, plenty).together.length, 0);
});

test('the rest of the Internet is played by one child where all share one server', () => {
  const all = files('a1', 'b1', 'c1', 'd1').map((it) =>
    /[ac]/.test(it.id) ? { ...it, tags: ['@needs-outside-dns'] } : it,
  );
  const children = (accounts: number) =>
    planOf(all, all, { children: 4, accounts }).together.map(({ sources }) => sources.length);
  assert.deepEqual(children(8), [2, 1, 1]);
  assert.deepEqual(children(Number.POSITIVE_INFINITY), [1, 1, 1, 1]);
});

test('what spends logins comes last, in one child', () => {
  const all = files('a2', 'b2');
  all[1]!.tags = ['@spends-logins'];
  all[3]!.tags = ['@spends-logins'];
  const { together, last } = planOf(all, all, plenty);
  assert.deepEqual(
    together.map(({ sources }) => sources),
    [['features/a.feature:10'], ['features/b.feature:10']],
  );
  assert.deepEqual(last?.sources, ['features/a.feature:20', 'features/b.feature:20']);
});

test('what writes to postmaster comes last where the mailboxes are shared', () => {
  const all = files('a2');
  all[1]!.tags = ['@to-postmaster'];
  assert.equal(planOf(all, all, plenty).last, undefined);
  assert.deepEqual(planOf(all, all, { ...plenty, accounts: 4 }).last?.sources, ['features/a.feature:20']);
});

test('accounts are shared out in pairs, in threes where a scenario needs three', () => {
  const all = files('a2', 'b2', 'c2');
  const shares = (accounts: number) =>
    planOf(all, all, { children: 3, accounts }).together.map((share) => share.accounts);
  assert.deepEqual(shares(5), [
    [0, 2],
    [2, 4],
  ]);
  assert.deepEqual(shares(2), [undefined]);
  all[0]!.tags = ['@needs-accounts-3'];
  assert.deepEqual(shares(5), [undefined]);
  assert.deepEqual(shares(6), [
    [0, 3],
    [3, 6],
  ]);
});

test('shards are disjoint and together everything', () => {
  const numbers = Array.from({ length: 11 }, (_, index) => index);
  const parts = [1, 2, 3].map((index) => takeShard(numbers, { index, count: 3 }));
  assert.deepEqual(
    parts.flat().sort((a, b) => a - b),
    numbers,
  );
  assert.deepEqual(parseShard('2/5'), { index: 2, count: 5 });
  for (const wrong of ['0/2', '3/2', '1', 'a/b', '1/']) {
    assert.throws(() => parseShard(wrong), { name: 'UsageError' }, wrong);
  }
});

test('a restart is played alone where all children share one server', () => {
  const all = files('a2', 'b2');
  all[1]!.tags = ['@needs-restart'];
  const shared = planOf(all, all, { children: 2, accounts: 4 });
  assert.deepEqual(shared.last?.sources, ['features/a.feature:20']);
  assert.equal(planOf(all, all, plenty).last, undefined);
});
