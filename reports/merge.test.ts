import assert from 'node:assert';
import { test } from 'node:test';
import { mergeRuns } from './merge';
import { sampleResult, sampleRun } from './testing/sample';

const at = (second: number) => ({ startedAt: `2024-01-01T00:00:0${second}.000Z` });
const result = (id: string, verdict: 'pass' | 'fail', line: number) => sampleResult({ id, verdict, line });

test('shards of one target become one run, in the order of the specification', () => {
  const one = sampleRun([result('a#1', 'pass', 1), result('a#3', 'fail', 3)], { ...at(1), filters: { shard: '1/2' } });
  const two = sampleRun([result('a#2', 'pass', 2)], { ...at(2), filters: { shard: '2/2' }, interrupted: true });
  const [merged, ...others] = mergeRuns([two, one]);
  assert.equal(others.length, 0);
  assert.deepEqual(
    merged?.scenarios.map(({ id }) => id),
    ['a#1', 'a#2', 'a#3'],
  );
  assert.deepEqual([merged?.totals.pass, merged?.totals.fail], [2, 1]);
  assert.deepEqual(merged?.filters, {});
  assert.equal(merged?.interrupted, true);
  assert.equal(merged?.startedAt, one.startedAt);
  assert.equal(merged?.durationMs, 2468);
});

test('a lost shard is an error', () => {
  const shard = (index: number, count: number, given = {}) =>
    sampleRun([result(`a#${index}`, 'pass', index)], {
      ...at(index),
      filters: { shard: `${index}/${count}` },
      ...given,
    });
  const early = (...runs: ReturnType<typeof shard>[]) => mergeRuns(runs).map(({ endedEarly }) => endedEarly);
  assert.deepEqual(early(shard(1, 2), shard(2, 2)), [undefined]);
  assert.deepEqual(early(shard(1, 4), shard(2, 4), shard(4, 4)), ['shard 3 of 4 of sample is missing']);
  assert.deepEqual(early(shard(2, 3)), ['shards 1, 3 of 3 of sample are missing']);
  assert.deepEqual(early(shard(1, 2), shard(2, 3)), ['the shards are of runs with 2 and 3 parts']);
  assert.match(early(shard(1, 2), shard(2, 2, { version: '9' }))[0] ?? '', /different versions/);
  assert.match(
    early(shard(1, 2), shard(2, 2, { filters: { shard: '2/2', safe: true } }))[0] ?? '',
    /selected differently/,
  );
});

test('where a shard was played again, the later one tells', () => {
  const filters = { shard: '1/1' };
  const early = sampleRun([result('a#1', 'fail', 1)], { ...at(1), filters });
  const late = sampleRun([result('a#1', 'pass', 1)], { ...at(2), filters });
  for (const runs of [
    [early, late],
    [late, early],
  ]) {
    assert.equal(mergeRuns(runs)[0]?.scenarios[0]?.verdict, 'pass');
  }
});

test('two runs of one target are there to be compared, and are not melted together', () => {
  const runs = mergeRuns([sampleRun([result('a#1', 'pass', 1)], at(2)), sampleRun([result('a#1', 'fail', 1)], at(1))]);
  assert.deepEqual(
    runs.map(({ scenarios }) => scenarios[0]?.verdict),
    ['fail', 'pass'],
  );
});

test('targets stay apart', () => {
  const runs = mergeRuns([
    sampleRun([], { target: 'x' }),
    sampleRun([], { target: 'y' }),
    sampleRun([], { target: 'x' }),
  ]);
  assert.deepEqual(
    runs.map(({ target }) => target),
    ['x', 'x', 'y'],
  );
});
