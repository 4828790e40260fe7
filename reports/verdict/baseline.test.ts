import assert from 'node:assert';
import { test } from 'node:test';
import { sampleResult, sampleRun } from '../testing/sample';
import { compare, formatBaseline, parseBaseline, update } from './baseline';
import { EXIT, exitCode } from './exit-code';
import { totalsOf } from './verdict';

const failing = sampleResult({ id: 'a#1', verdict: 'fail' });
const passing = sampleResult({ id: 'a#2', verdict: 'pass' });
const blocked = sampleResult({ id: 'a#3', verdict: 'blocked', requirements: ['R1-1-1', 'R5321-3.3-8'] });
const entry = (id: string, verdict: 'fail' | 'blocked' = 'fail', why = 'known') => ({ id, verdict, why });
const baseline = (...entries: ReturnType<typeof entry>[]) => ({ target: 't', entries });

test('without a baseline everything red is unlisted', () => {
  assert.deepEqual(compare(undefined, [failing, passing, blocked]).unlisted, [failing, blocked]);
});

test('what is listed with its verdict is not red; another verdict is', () => {
  assert.deepEqual(compare(baseline(entry('a#1'), entry('a#3')), [failing, blocked]).unlisted, [blocked]);
});

test('a known failure that is blocked now is named', () => {
  const { turned, known } = compare(baseline(entry('a#1'), entry('a#3')), [failing, blocked]);
  assert.deepEqual(
    [turned, known],
    [[{ scenario: blocked, entry: entry('a#3') }], [{ scenario: failing, entry: entry('a#1') }]],
  );
});

test('what is listed without a reason is not borne', () => {
  const without = entry('a#1', 'fail', ' ');
  const { unlisted, unexplained, turned } = compare(baseline(without), [failing]);
  assert.deepEqual([unlisted, unexplained, turned], [[failing], [without], []]);
  const { entries } = update(
    baseline(without),
    { target: 't', scenarios: [failing, blocked] },
    () => undefined,
    'agreed',
  );
  assert.deepEqual(
    entries.map(({ why }) => why),
    ['agreed', 'agreed'],
  );
});

test('stale is what is listed and passes, not what was not run', () => {
  const { stale } = compare(baseline(entry('a#2'), entry('gone#1')), [passing, failing]);
  assert.deepEqual(stale, [entry('a#2')]);
});

test('what comes and goes is neither red nor stale, and an update keeps it', () => {
  const comesAndGoes = (id: string) => ({ ...entry(id), varies: 'it depends on the second' });
  const old = { target: 't', entries: [comesAndGoes('a#1'), comesAndGoes('a#2')] };
  const { unlisted, stale, known } = compare(old, [failing, passing]);
  assert.deepEqual([unlisted, stale, known.length], [[], [], 1]);
  const { entries } = update(old, { target: 't', scenarios: [failing, passing] }, () => undefined);
  assert.deepEqual(entries, old.entries);
});

test('an entry may name an id that the scenario had before', () => {
  const renamed = { ...failing, id: 'b#new', was: ['a#1'] };
  assert.deepEqual(compare(baseline(entry('a#1')), [renamed]).unlisted, []);
});

test('an update keeps whys and what was not run, drops what passes, adds what is new with its sentence', () => {
  const old = baseline(entry('gone#1'), entry('a#2'), entry('a#1', 'blocked', 'because'));
  const run = { target: 'x', scenarios: [failing, passing, blocked] };
  const { target, entries } = update(old, run, (id) => (id === 'R5321-3.3-8' ? 'RCPT outside is 503.' : undefined));
  assert.equal(target, 't');
  assert.deepEqual(entries, [
    { id: 'a#1', verdict: 'fail', sentence: 'RCPT outside is 503.', why: 'because' },
    { id: 'a#3', verdict: 'blocked', sentence: 'RCPT outside is 503.', why: '' },
    { id: 'gone#1', verdict: 'fail', why: 'known' },
  ]);
});

test('a baseline survives being written and read', () => {
  const written = formatBaseline(baseline(entry('a#1'), entry('a#2')));
  assert.deepEqual(parseBaseline(written, 'b.json'), baseline(entry('a#1'), entry('a#2')));
  assert.equal(written.split('\n').length, 8);
  assert.deepEqual(parseBaseline(formatBaseline(baseline()), 'b.json').entries, []);
});

test('a broken baseline says where', () => {
  assert.throws(() => parseBaseline('{', 'b.json'), { name: 'InputError', message: /^b\.json is not a baseline/ });
  assert.throws(() => parseBaseline('{"entries":[{"id":"x","verdict":"warn","why":""}]}', 'b.json'), /x: "verdict"/);
  assert.throws(() => parseBaseline('{"entries":[{"id":"x","verdict":"fail"}]}', 'b.json'), /x: "why"/);
});

test('exit codes: error before red before stale', () => {
  const code = (scenarios = [passing], entries: ReturnType<typeof entry>[] = [], interrupted = false) => {
    const run = sampleRun(scenarios, { interrupted, totals: totalsOf(scenarios) });
    return exitCode(run, compare(baseline(...entries), scenarios));
  };
  const broken = sampleResult({ id: 'a#9', verdict: 'error' });
  const warned = sampleResult({ id: 'a#8', verdict: 'warn' });
  assert.equal(code(), EXIT.ok);
  assert.equal(code([warned, sampleResult({ verdict: 'notApplicable' }), sampleResult({ verdict: 'info' })]), EXIT.ok);
  assert.equal(code([]), EXIT.error);
  assert.equal(code([broken, failing, passing], [entry('a#2')]), EXIT.error);
  assert.equal(code([failing, passing], [entry('a#2')]), EXIT.red);
  assert.equal(code([blocked]), EXIT.red);
  assert.equal(code([failing, passing], [entry('a#1'), entry('a#2')]), EXIT.stale);
  assert.equal(code([failing, passing], [entry('a#1')]), EXIT.ok);
  assert.equal(code([broken], [], true), EXIT.interrupted);
});

test('a rule of the whole run that holds in a part of it neither makes its entry stale nor takes it out', () => {
  const rule = sampleResult({ id: 'a#2', ruleOfRun: 'smtp-text' });
  const old = baseline(entry('a#2'));
  assert.equal(compare(old, [rule], { shard: '1/2' }).stale.length, 0);
  assert.equal(compare(old, [rule]).stale.length, 1);
  const run = { target: 'T', scenarios: [rule] };
  assert.equal(update(old, { ...run, filters: { shard: '1/2' } }, () => undefined).entries.length, 1);
  assert.equal(update(old, run, () => undefined).entries.length, 0);
});
