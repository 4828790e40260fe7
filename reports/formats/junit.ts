/**
 * JUnit's XML, for the pages of CI systems. These know passed, failed, error and skipped only: a warning and a choice pass (and say
 * so in their output), what does not apply is skipped, what the baseline lists is skipped with its why.
 */
import { topicOf } from '../messages/slug';
import { type Run, replayOf, type ScenarioResult } from '../run';
import { isRed } from '../verdict/baseline';
import { verdictLabel } from '../verdict/verdict';
import { type ReportInput, requirementsOf, sentenceOf } from './report-input';
import { escapeXml } from './xml';

export function formatJunit(input: ReportInput): string {
  const { run, comparison } = input;
  const requirements = requirementsOf(input);
  const statusOf = (scenario: ScenarioResult): Status => {
    if (scenario.verdict === 'error') return 'error';
    if (scenario.verdict === 'notApplicable' || scenario.verdict === 'notPlayed') return 'skipped';
    if (isRed(scenario)) return comparison.unlisted.includes(scenario) ? 'failure' : 'skipped';
    return 'passed';
  };
  const suites = [...new Set(run.scenarios.map(({ uri }) => uri))].map((uri) => {
    const scenarios = run.scenarios.filter((scenario) => scenario.uri === uri);
    const cases = scenarios.map((scenario) => {
      const sentences = scenario.requirements.map((id) => sentenceOf(id, requirements));
      return testCase(scenario, statusOf(scenario), sentences, run);
    });
    return `  <testsuite ${attributes({ name: topicOf(uri), ...counts(scenarios, statusOf), timestamp: run.startedAt })}>\n${cases.join('')}  </testsuite>\n`;
  });
  const head = attributes({ name: `mailspec against ${run.target}`, ...counts(run.scenarios, statusOf) });
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites ${head}>\n${suites.join('')}</testsuites>\n`;
}

type Status = 'passed' | 'failure' | 'error' | 'skipped';

function testCase(scenario: ScenarioResult, status: Status, sentences: string[], run: Run): string {
  const { id, uri, line, name, verdict, reason, code, detail, transcript, durationMs } = scenario;
  const head = attributes({ classname: topicOf(uri), name, time: (durationMs / 1000).toFixed(3), file: uri, line });
  const message = attributes({ message: `${verdictLabel(verdict)}: ${reason}`, type: code });
  const text = [...sentences, '', detail ?? reason, '', replayOf(run, scenario)].join('\n');
  const parts: string[] = [properties({ id, level: scenario.level ?? '', verdict }, scenario.requirements)];
  if (status === 'skipped') parts.push(`      <skipped ${message}/>\n`);
  if (status === 'failure' || status === 'error')
    parts.push(`      <${status} ${message}>${escapeXml(text)}</${status}>\n`);
  const said = verdict === 'pass' ? '' : [`${verdictLabel(verdict)}: ${reason}`, transcript].join('\n\n').trim();
  if (said !== '') parts.push(`      <system-out>${escapeXml(said)}</system-out>\n`);
  return `    <testcase ${head}>\n${parts.join('')}    </testcase>\n`;
}

function properties(values: Record<string, string>, requirements: readonly string[]): string {
  const all = [...Object.entries(values), ...requirements.map((id) => ['requirement', id] as const)];
  const lines = all.map(([name, value]) => `        <property ${attributes({ name, value })}/>\n`);
  return `      <properties>\n${lines.join('')}      </properties>\n`;
}

function counts(scenarios: readonly ScenarioResult[], statusOf: (scenario: ScenarioResult) => Status) {
  const count = (status: Status) => scenarios.filter((scenario) => statusOf(scenario) === status).length;
  const time = scenarios.reduce((sum, { durationMs }) => sum + durationMs, 0) / 1000;
  return {
    tests: scenarios.length,
    failures: count('failure'),
    errors: count('error'),
    skipped: count('skipped'),
    time: time.toFixed(3),
  };
}

function attributes(values: Record<string, string | number>): string {
  return Object.entries(values)
    .map(([name, value]) => `${name}="${escapeXml(String(value)).replaceAll('\n', '&#10;')}"`)
    .join(' ');
}
