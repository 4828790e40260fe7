/** A run as the files that Allure makes its report from. */
import type { Run } from '../../run';
import { type ReportInput, requirementsOf } from '../report-input';
import { type AllureFile, allureFiles } from './result';

/** How Allure sorts what did not pass; the first that matches takes it. */
const CATEGORIES = [
  { name: 'Breaks a MUST', matchedStatuses: ['failed'] },
  { name: 'Blocked: a precondition failed', matchedStatuses: ['broken'], messageRegex: '(?s)blocked: .*' },
  { name: 'Error: out of reach, or the suite is broken', matchedStatuses: ['broken'] },
  { name: 'Not applicable to this target', matchedStatuses: ['skipped'] },
];

/** All files of the results folder; names are stable from run to run. */
export function formatAllure(input: ReportInput): AllureFile[] {
  const requirements = requirementsOf(input);
  return [
    ...input.run.scenarios.flatMap((scenario) => allureFiles(scenario, input.run, requirements)),
    { name: 'categories.json', text: JSON.stringify(CATEGORIES) },
    { name: 'environment.properties', text: environment(input.run) },
  ];
}

function environment({ target, version, seed, strict, startedAt }: Run): string {
  const facts = { target, mailspec: version, seed, strict, startedAt };
  return Object.entries(facts)
    .map(([key, value]) => `${key}=${String(value).replaceAll('\\', '\\\\').replaceAll('\n', ' ')}\n`)
    .join('');
}
