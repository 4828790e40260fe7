/** What is wrong, a block each: the id, the requirement in our words, the reason, the diff, and the command that replays it. */
import { type Run, replayOf, type ScenarioResult } from '../../run';
import type { Cause } from '../../verdict/causes';
import type { Requirement } from '../../verdict/requirements';
import { verdictLabel } from '../../verdict/verdict';
import { scenariosOf } from '../counts';
import { marksIn } from '../marks';
import { type ReportInput, requirementsOf, sentenceOf } from '../report-input';
import type { Paint } from './paint';

/** So many causes are shown whole; of more only the first, which is to be mended first. */
const FEW = 3;
/** Scenarios named of one cause. */
const NAMED = 8;
const INDENT = ' '.repeat(9);

/** The causes that a console has room for, whole. */
export function troubles(input: ReportInput, causes: readonly Cause[], paint: Paint): string[] {
  const requirements = requirementsOf(input);
  const shown = causes.slice(0, causes.length <= FEW ? FEW : 1);
  return shown.map((cause) => block(cause, input.run, requirements, paint));
}

function block({ scenarios }: Cause, run: Run, requirements: Map<string, Requirement>, paint: Paint): string {
  const [scenario, ...others] = scenarios;
  const { id, verdict, reason, code, detail, blockedBy } = scenario;
  const head = `${paint(verdictLabel(verdict).padEnd(INDENT.length - 2), verdict)}  ${paint(id, 'bold')}`;
  const told = detail === undefined || detail === reason ? '' : detail.trimEnd();
  const lines = [
    ...scenario.requirements.map((requirement) => sentenceOf(requirement, requirements)),
    `${code}: ${reason}`,
    ...(told === '' ? [] : told.split('\n').map((line) => `  ${line}`)),
    ...marksIn(told).map((meaning) => paint(`  (${meaning})`, 'dim')),
    ...(blockedBy === undefined ? [] : [`judged by the scenarios of ${sentenceOf(blockedBy, requirements)}`]),
    ...alsoIn(others),
    paint(replayOf(run, scenario), 'dim'),
  ];
  return [head, ...lines.map((line) => (INDENT + line).trimEnd())].join('\n');
}

/** The other scenarios of the cause. */
function alsoIn(others: readonly ScenarioResult[]): string[] {
  if (others.length === 0) return [];
  const rest = others.length - NAMED;
  return [
    `the same in ${scenariosOf(others.length)} more:`,
    ...others.slice(0, NAMED).map(({ id }) => `  ${id}`),
    ...(rest > 0 ? [`  … and ${rest} more`] : []),
  ];
}
