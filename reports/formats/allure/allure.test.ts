import assert from 'node:assert';
import { test } from 'node:test';
import { sampleInput, sampleResult, sampleRun } from '../../testing/sample';
import { formatAllure } from './allure';

interface Result {
  historyId: string;
  name: string;
  status: string;
  start: number;
  stop: number;
  statusDetails: { message?: string };
  labels: { name: string; value: string }[];
  links: { url: string }[];
  steps: { name: string; status: string }[];
  attachments: { source: string }[];
}

const resultsOf = (...given: Parameters<typeof sampleInput>): Result[] =>
  formatAllure(sampleInput(...given))
    .filter(({ name }) => name.endsWith('-result.json'))
    .map(({ text }) => JSON.parse(text) as Result);

test('each verdict has the status that Allure knows', () => {
  assert.deepEqual(
    resultsOf().map(({ status }) => status),
    ['passed', 'failed', 'passed', 'passed', 'skipped', 'broken', 'broken'],
  );
});

test('requirement, level, rule and transcript go along', () => {
  const [result] = resultsOf();
  const labels = result!.labels.map(({ name, value }) => `${name}:${value}`);
  for (const wanted of [
    'requirement:R5321-3.3-8',
    'level:MUST',
    'severity:critical',
    'epic:smtp',
    'suite:smtp/order',
  ]) {
    assert.ok(labels.includes(wanted), wanted);
  }
  assert.equal(result!.links[0]?.url, 'https://www.rfc-editor.org/rfc/rfc5321#section-3.3');
  assert.deepEqual(
    result!.steps.map(({ name, status }) => [name, status]),
    [['Given an SMTP session after EHLO', 'passed']],
  );
  const transcript = formatAllure(sampleInput()).find(({ name }) => name === result!.attachments[0]?.source);
  assert.match(transcript?.text ?? '', /RCPT TO/);
});

test('history hangs on the id alone', () => {
  const renamed = sampleRun([sampleResult({ name: 'Other', verdict: 'fail', line: 99 })], { target: 'other' });
  assert.equal(resultsOf(renamed)[0]?.historyId, resultsOf()[0]?.historyId);
});

test('a scenario that never began still has a time', () => {
  const [result] = resultsOf(sampleRun([sampleResult({ startedAt: null, verdict: 'error', durationMs: 0 })]));
  assert.equal(result?.start, Date.parse('2024-01-02T03:04:05.000Z'));
});
