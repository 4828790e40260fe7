/** A scenario as Allure's result files describe it (the JSON that all its adapters write). */
import { createHash } from 'node:crypto';
import type { Level } from '../../messages/scenario';
import type { StepStatus } from '../../messages/scenario-run';
import { topicOf } from '../../messages/slug';
import { type Run, replayOf, type ScenarioResult } from '../../run';
import { addressOf, type Requirement } from '../../verdict/requirements';
import { type Verdict, verdictLabel } from '../../verdict/verdict';
import { sentenceOf } from '../report-input';

type AllureStatus = 'passed' | 'failed' | 'broken' | 'skipped';

/** Allure calls broken what kept a test from being one. A warning and a choice pass, and carry their verdict as a tag. */
const STATUS: Record<Verdict, AllureStatus> = {
  pass: 'passed',
  warn: 'passed',
  info: 'passed',
  fail: 'failed',
  blocked: 'broken',
  error: 'broken',
  notApplicable: 'skipped',
  notPlayed: 'skipped',
};

const STEP_STATUS: Partial<Record<StepStatus, AllureStatus>> = {
  PASSED: 'passed',
  FAILED: 'failed',
  SKIPPED: 'skipped',
};
const SEVERITY: Record<Level, string> = { MUST: 'critical', SHOULD: 'normal', MAY: 'minor' };

export interface AllureFile {
  name: string;
  text: string;
}

/** The result file of a scenario, and its transcript where it has one. Its history hangs on the scenario's id alone. */
export function allureFiles(scenario: ScenarioResult, run: Run, requirements: Map<string, Requirement>): AllureFile[] {
  const { id, verdict, reason, detail, name, durationMs, transcript } = scenario;
  const key = createHash('md5').update(id).digest('hex');
  const uuid = key.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
  const start = Date.parse(scenario.startedAt ?? run.startedAt);
  const attachment = `${uuid}-attachment.txt`;
  const result = {
    uuid,
    historyId: key,
    testCaseId: key,
    fullName: id,
    name,
    description: scenario.requirements.map((rule) => sentenceOf(rule, requirements)).join('\n\n'),
    status: STATUS[verdict],
    statusDetails:
      reason === ''
        ? {}
        : { message: `${verdictLabel(verdict)}: ${reason}`, trace: `${detail ?? ''}\n\n${replayOf(run, scenario)}` },
    stage: 'finished',
    start,
    stop: start + Math.round(durationMs),
    labels: labelsOf(scenario),
    links: linksOf(scenario, requirements),
    steps: stepsOf(scenario, start),
    attachments: transcript === '' ? [] : [{ name: 'transcript', source: attachment, type: 'text/plain' }],
  };
  const files = [{ name: `${uuid}-result.json`, text: JSON.stringify(result) }];
  return transcript === '' ? files : [...files, { name: attachment, text: transcript }];
}

function labelsOf({ uri, feature, rule, level, verdict, requirements }: ScenarioResult) {
  const topic = topicOf(uri);
  const label = (name: string, value: string) => ({ name, value });
  return [
    label('epic', topic.split('/')[0]!),
    label('feature', feature),
    ...(rule === '' ? [] : [label('story', rule)]),
    label('parentSuite', topic.split('/')[0]!),
    label('suite', topic),
    ...(level === null ? [] : [label('severity', SEVERITY[level]), label('tag', level), label('level', level)]),
    label('tag', verdictLabel(verdict)),
    ...requirements.flatMap((id) => [label('tag', id), label('requirement', id)]),
    label('framework', 'mailspec'),
  ];
}

function linksOf({ requirements }: ScenarioResult, known: Map<string, Requirement>) {
  return requirements.flatMap((id) => {
    const requirement = known.get(id);
    const url = requirement === undefined ? undefined : addressOf(requirement);
    return url === undefined ? [] : [{ name: id, url, type: 'link' }];
  });
}

function stepsOf({ steps }: ScenarioResult, start: number) {
  let at = start;
  return steps
    .map(({ text, status, durationMs }) => {
      const began = at;
      at += durationMs;
      return { text, status: STEP_STATUS[status] ?? 'broken', start: Math.round(began), stop: Math.round(at) };
    })
    .filter(({ text, status }) => text !== '(hook)' || status !== 'passed')
    .map(({ text, ...rest }) => ({ name: text, stage: 'finished', ...rest }));
}
