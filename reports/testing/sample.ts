/** Small runs made by hand, for the tests of reports. */

import type { ReportInput } from '../formats/report-input';
import type { Run, ScenarioResult } from '../run';
import { type Baseline, compare } from '../verdict/baseline';
import { coverageOf } from '../verdict/coverage';
import type { RequirementFile } from '../verdict/requirements';
import { totalsOf } from '../verdict/verdict';

/** A scenario result; what is not given is that of a pass in smtp/order. */
export function sampleResult(given: Partial<ScenarioResult> = {}): ScenarioResult {
  return {
    id: 'smtp/order#rcpt-before-mail',
    was: [],
    uri: 'features/smtp/order.feature',
    line: 10,
    feature: 'Order of commands',
    rule: 'RCPT comes after MAIL',
    name: 'RCPT before MAIL',
    tags: ['@R5321-3.3-8', '@MUST'],
    level: 'MUST',
    requirements: ['R5321-3.3-8'],
    verdict: 'pass',
    code: '',
    reason: '',
    startedAt: '2024-01-02T03:04:05.000Z',
    durationMs: 1.5,
    transcript: '0.1 C: RCPT TO:<a@example.test>\n0.9 S: 503 No',
    steps: [{ text: 'Given an SMTP session after EHLO', status: 'PASSED', durationMs: 1 }],
    ...given,
  };
}

/** One scenario of each verdict. */
export function sampleScenarios(): ScenarioResult[] {
  const detail = "  > S: 503\n       ^^^\n\ncame:  250 OK <fine> & 'well'\n       ^";
  return [
    sampleResult(),
    sampleResult({
      id: 'smtp/order#a',
      name: 'A <b>',
      verdict: 'fail',
      code: 'status-differs',
      reason: 'asked 503, came 250',
      detail,
    }),
    sampleResult({
      id: 'smtp/order#b',
      verdict: 'warn',
      level: 'SHOULD',
      requirements: ['R5321-4.1.4-2'],
      code: 'status-differs',
      reason: 'asked 250, came 502',
    }),
    sampleResult({ id: 'smtp/order#c', verdict: 'info', level: 'MAY', code: 'choice', reason: 'it answers 252' }),
    sampleResult({ id: 'smtp/size#d', verdict: 'notApplicable', code: 'no-capability', reason: 'needs SIZE' }),
    sampleResult({
      id: 'smtp/order#e',
      verdict: 'blocked',
      code: 'login-refused',
      reason: 'the login was refused',
      blockedBy: 'R4954-4-1',
    }),
    sampleResult({ id: 'smtp/order#f', verdict: 'error', code: 'unfinished', reason: 'the run was interrupted' }),
  ];
}

export function sampleRun(scenarios: ScenarioResult[] = sampleScenarios(), given: Partial<Run> = {}): Run {
  return {
    schemaVersion: 1,
    version: '0.1.0',
    target: 'sample',
    capabilities: { smtp: { greeted: { SIZE: ['1000'] } } },
    seed: 7,
    strict: false,
    filters: { only: ['smtp'] },
    replay: 'mailspec run --target my.yaml --seed 7',
    startedAt: '2024-01-02T03:04:05.000Z',
    durationMs: 1234,
    interrupted: false,
    totals: totalsOf(scenarios),
    scenarios,
    ...given,
  };
}

export const sampleRequirements: RequirementFile[] = [
  {
    rfc: '5321',
    title: 'Simple Mail Transfer Protocol',
    requirements: [
      { id: 'R5321-3.3-8', section: '3.3', level: 'MUST', binds: 'server', line: 1140, says: 'RCPT outside is 503.' },
      {
        id: 'R5321-4.1.4-2',
        section: '4.1.4',
        level: 'SHOULD',
        binds: 'server',
        line: 9,
        says: 'NOOP is fine at any time.',
      },
      {
        id: 'R5321-4.1.4-3',
        section: '4.1.4',
        level: 'MUST',
        binds: 'client',
        line: 9,
        says: 'QUIT.',
        uncovered: 'binds-the-client',
      },
      { id: 'R5321-4.1.4-4', section: '4.1.4', level: 'MUST', binds: 'server', line: 9, says: 'Nobody plays this.' },
    ],
  },
];

/** What reports are made from, for this run. */
export function sampleInput(run = sampleRun(), baseline?: Baseline): ReportInput {
  const coverage = coverageOf(sampleRequirements, run.scenarios);
  return { run, coverage, comparison: compare(baseline, run.scenarios), whole: true };
}
