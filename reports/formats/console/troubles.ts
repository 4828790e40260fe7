/** What is wrong, one block each: the id, the requirement in our words, the reason, the diff, and the command that replays it. */
import { type Run, replayOf, type ScenarioResult } from '../../run';
import type { Cause } from '../../verdict/causes';
import type { Requirement } from '../../verdict/requirements';
import { verdictLabel } from '../../verdict/verdict';
import { scenariosOf } from '../counts';
import { type ReportInput, requirementsOf, sentenceOf } from '../report-input';
import type { Paint } from './paint';

/** Blocks printed of each verdict; a report holds the rest. */
const MOST = 40;
/** Causes of the last screen: warnings fill it up, and what must be mended is listed as far as this goes. Scenarios named of one cause. */
const LISTED = 20;
const MOST_LISTED = 60;
const NAMED = 8;
const INDENT = ' '.repeat(9);

/** Warnings first, errors last: what matters most stands nearest to the prompt. What the baseline lists is left out. */
export function troubles(input: ReportInput, causes: readonly Cause[], paint: Paint): string[] {
  const requirements = requirementsOf(input);
  return (['warn', 'blocked', 'fail', 'error'] as const).flatMap((verdict) => {
    const found = causes.filter((cause) => cause.verdict === verdict);
    const shown = found.slice(0, MOST).map((cause) => block(cause, input.run, requirements, paint));
    const rest = found.length - shown.length;
    return rest > 0
      ? [...shown, `… and ${rest} more with the verdict ${verdictLabel(verdict)}: see the report`]
      : shown;
  });
}

/** The last screen: what to mend first. */
export function inOrder(causes: readonly Cause[], paint: Paint): string {
  if (causes.length < 2) return '';
  const toMend = causes.filter(({ verdict }) => verdict !== 'warn').length;
  const lines = causes
    .slice(0, Math.max(LISTED, Math.min(toMend, MOST_LISTED)))
    .map(({ title, verdict, scenarios }, index) => {
      const [plain, ...others] = scenarios;
      const more = others.length > 0 ? ` and ${others.length} more` : '';
      return `${String(index + 1).padStart(4)}. ${paint(verdictLabel(verdict).padEnd(7), verdict)} ${title}\n${' '.repeat(14)}${paint(`${plain.id}${more}`, 'dim')}`;
    });
  const rest = causes.length - lines.length;
  const end = rest > 0 ? [`      … and ${rest} more: see the report`] : [];
  return [`${causes.length} causes, in the order in which to mend them:`, ...lines, ...end].join('\n');
}

function block({ scenarios }: Cause, run: Run, requirements: Map<string, Requirement>, paint: Paint): string {
  const [scenario, ...others] = scenarios;
  const { id, verdict, reason, code, detail, blockedBy } = scenario;
  const head = `${paint(verdictLabel(verdict).padEnd(INDENT.length - 2), verdict)}  ${paint(id, 'bold')}`;
  const lines = [
    ...scenario.requirements.map((requirement) => sentenceOf(requirement, requirements)),
    `${code}: ${reason}`,
    ...(detail === undefined || detail === reason
      ? []
      : detail
          .trimEnd()
          .split('\n')
          .map((line) => `  ${line}`)),
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
