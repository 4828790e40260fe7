import assert from 'node:assert';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, beforeEach, test } from 'node:test';
import { cacheFolder, requireKept } from './cache';

let cache: string;
const made: string[] = [];
beforeEach(() => {
  cache = mkdtempSync(join(tmpdir(), 'mailspec-cache-'));
  made.push(cache);
  process.env.MAILSPEC_CACHE = cache;
});
after(() => {
  delete process.env.MAILSPEC_CACHE;
  for (const folder of made) rmSync(folder, { recursive: true });
});

const KEPT = { preset: 'exim', folder: 'exim-1', what: 'Exim 1' };
const options = (install: boolean) => ({ install, log: () => undefined });
const fill = async (folder: string) => writeFileSync(join(folder, 'program'), 'first');

test('what is fetched once is there the next time, without leave to fetch', async () => {
  await requireKept(KEPT, options(true), fill);
  const folder = await requireKept(KEPT, options(false), () => Promise.reject(new Error('fetched again')));
  assert.strictEqual(readFileSync(join(folder, 'program'), 'utf8'), 'first');
});

test('without leave, what is missing is told with where it belongs', async () => {
  await assert.rejects(requireKept(KEPT, options(false), fill), {
    code: 'not-installed',
    message: `the preset exim needs Exim 1 in ${cache}/exim-1: add --install`,
  });
});

test('a folder that was filled half is thrown away', async () => {
  const half = async (folder: string) => {
    await fill(folder);
    throw new Error('the network is down');
  };
  await assert.rejects(requireKept(KEPT, options(true), half), {
    code: 'not-fetched',
    message: 'the preset exim needs Exim 1, which could not be fetched: the network is down',
  });
  assert.deepStrictEqual(readdirSync(cache), []);
});

test('the cache is where the user says, or where the system has caches', () => {
  assert.strictEqual(cacheFolder({ MAILSPEC_CACHE: '/c', XDG_CACHE_HOME: '/x' }), '/c');
  assert.strictEqual(cacheFolder({ XDG_CACHE_HOME: '/x' }), '/x/mailspec');
});
