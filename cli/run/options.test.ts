import assert from 'node:assert';
import { test } from 'node:test';
import { drawn, givenFilters, type RunOptions, replayCommand, withCare } from './options';

const none: RunOptions = {
  urls: [],
  account: [],
  words: [],
  exclude: [],
  defect: [],
  only: [],
  rfc: [],
  id: [],
  out: 'reports/out',
};

test('the replay names the target and the seed, as a shell takes them', () => {
  assert.equal(replayCommand(none, 7), 'npx mailspec run --seed 7 --out reports/out/replay');
  const options = { ...none, target: "my server's.yaml", strict: true, wipe: true, allowRemote: true };
  assert.equal(
    replayCommand(options, 7),
    "npx mailspec run --target 'my server'\\''s.yaml' --strict --wipe --allow-remote --seed 7 --out reports/out/replay",
  );
  assert.match(replayCommand({ ...none, target: 'a.yaml', safe: false }, 7), /--target a.yaml --no-safe --seed 7 /);
  const bundled = { ...none, profile: 'tls-required', defect: ['a', 'b'] };
  assert.equal(
    replayCommand(bundled, 7),
    'npx mailspec run --profile tls-required --defect a --defect b --seed 7 --out reports/out/replay',
  );
});

test('a random order that was left to the suite is drawn once and stands in the replay', () => {
  const { seed, random } = drawn({ ...none, random: true });
  assert.equal(typeof random, 'number');
  assert.match(replayCommand({ ...none, random }, seed), new RegExp(`--seed ${seed} --random ${random} --out`));
  assert.deepEqual(drawn({ ...none, seed: 7, random: 5 }), { ...none, seed: 7, random: 5 });
  assert.equal(drawn(none).random, undefined);
});

test('a server elsewhere is played safely unless something else was said', () => {
  assert.equal(withCare(none, { remote: true }).safe, true);
  assert.equal(withCare(none, { remote: false }).safe, undefined);
  assert.equal(withCare({ ...none, safe: false }, { remote: true }).safe, false);
  assert.equal(withCare({ ...none, safe: true }, { remote: false }).safe, true);
});

test('only filters that were given are recorded', () => {
  assert.deepEqual(givenFilters(none), {});
  assert.deepEqual(givenFilters({ ...none, only: ['smtp'], safe: true, shard: '1/2' }), {
    only: ['smtp'],
    safe: true,
    shard: '1/2',
  });
});
