import assert from 'node:assert';
import { Writable } from 'node:stream';
import { test } from 'node:test';
import type { Scenario } from '../../reports/messages/scenario';
import type { ScenarioRun } from '../../reports/messages/scenario-run';
import { showProgress } from './progress';

const scenario = (name: string, file: string) =>
  ({ id: `${file}#${name}`, uri: `features/${file}.feature`, level: 'MUST' }) as Scenario;
const scenarios = [scenario('1', 'smtp/a'), scenario('2', 'smtp/a'), scenario('3', 'smtp/b')];

const run = (of: Scenario, passed = true): ScenarioRun => ({
  scenario: of,
  steps: [{ text: 'x', status: 'PASSED', durationMs: 0 }],
  outcomes: passed ? [] : [{ kind: 'mismatch', code: 'c', reason: 'r' }],
  breaches: [],
  transcript: '',
  durationMs: 0,
  finished: true,
});

/** A stream as showProgress needs it; what was written, as it stands there. */
function output(isTTY: boolean) {
  const written: string[] = [];
  const stream = new Writable({
    write: (chunk: Buffer, _encoding, done) => {
      written.push(chunk.toString());
      done();
    },
  });
  return Object.assign(stream, { isTTY, columns: 80, written }) as unknown as NodeJS.WriteStream & {
    written: string[];
  };
}

const plain = { strict: false, colour: false };

test('in a pipe, a line for each tenth', () => {
  const out = output(false);
  const many = Array.from({ length: 25 }, (_, n) => scenario(String(n), 'smtp/a'));
  const progress = showProgress(many, { ...plain, output: out });
  many.forEach((one, n) => {
    progress.finished(run(one, n !== 3));
  });
  progress.end();
  assert.equal(out.written.length, 9);
  assert.equal(out.written[1], '6 of 25: 5 pass, 1 fail\n');
  assert.equal(out.written.at(-1), '25 of 25: 24 pass, 1 fail\n');
});

test('on a terminal, a bar from the first moment that is taken away at the end', () => {
  const out = output(true);
  const progress = showProgress(scenarios, { ...plain, output: out });
  assert.match(out.written.join(''), /░{20} 0 of 3/);
  progress.finished(run(scenarios[0]!));
  progress.end();
  const text = out.written.join('');
  assert.match(text, /█{7}░{13} 1 of 3, \d+s left {2}1 pass {2}smtp\/a/);
  assert.ok(text.lastIndexOf('\u001b[?25h') > text.lastIndexOf('\u001b[?25l'));
});

test('each scenario with what was said, or nothing', () => {
  const loud = output(true);
  const said = { ...run(scenarios[0]!, false), transcript: '0.1 C1: NOOP\n0.2 S1: 500 no\n' };
  showProgress(scenarios, { ...plain, output: loud, verbosity: 'verbose' }).finished(said);
  assert.deepEqual(loud.written, ['fail smtp/a#1: r\n  0.1 C1: NOOP\n  0.2 S1: 500 no\n']);
  const still = output(true);
  showProgress(scenarios, { ...plain, output: still, verbosity: 'quiet' }).finished(said);
  assert.deepEqual(still.written, []);
});
