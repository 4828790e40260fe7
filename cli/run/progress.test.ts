import assert from 'node:assert';
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

function output(isTTY: boolean) {
  const written: string[] = [];
  return { isTTY, columns: 80, written, write: (text: string) => written.push(text) > 0 };
}

test('in a pipe, a plain line for each finished file', () => {
  const out = output(false);
  const progress = showProgress(scenarios, false, out as never, {});
  progress.finished(run(scenarios[0]!));
  progress.finished(run(scenarios[2]!));
  progress.finished(run(scenarios[1]!, false));
  progress.end();
  assert.deepEqual(out.written, ['smtp/b: 1 pass\n', 'smtp/a: 1 pass, 1 fail\n']);
});

test('on a terminal, one line that is taken away at the end', () => {
  const out = output(true);
  const progress = showProgress(scenarios, false, out as never, { NO_COLOR: '1' });
  progress.finished(run(scenarios[0]!));
  progress.end();
  assert.deepEqual(out.written, ['\r\u001b[2K1 of 3, smtp/a: 1 pass', '\r\u001b[2K']);
});
