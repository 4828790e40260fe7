/** What is wrong, one block each: the id, the requirement in our words, the reason, the diff, and the command that replays it. */
import { type Run, replayOf, type ScenarioResult } from '../../run';
import type { Requirement } from '../../verdict/requirements';
import { type Verdict, verdictLabel } from '../../verdict/verdict';
import { bySection } from '../by-section';
import { type ReportInput, requirementsOf, sentenceOf } from '../report-input';
import type { Paint } from './paint';

/** Blocks printed of each verdict; a report holds the rest. */
const MOST = 40;
const INDENT = ' '.repeat(9);

/** Warnings first, errors last: what matters most stands nearest to the prompt. What the baseline lists is left out. */
export function troubles(input: ReportInput, paint: Paint): string[] {
  const { run, comparison } = input;
  const requirements = requirementsOf(input);
  const inOrder = [
    ...new Set(bySection(run.scenarios).flatMap(({ sections }) => sections.flatMap((s) => s.scenarios))),
  ];
  return (['warn', 'blocked', 'fail', 'error'] as const).flatMap((verdict) => {
    const found = inOrder.filter((scenario) => scenario.verdict === verdict);
    const shown =
      verdict === 'fail' || verdict === 'blocked' ? found.filter((s) => comparison.unlisted.includes(s)) : found;
    const groups = together(shown, verdict);
    const blocks = groups.slice(0, MOST).map((group) => block(group, run, requirements, paint));
    const rest = groups.length - blocks.length;
    return rest > 0
      ? [...blocks, `… and ${rest} more with the verdict ${verdictLabel(verdict)}: see the report`]
      : blocks;
  });
}

/** What was not judged for one cause (the target is gone, no login; a command that another scenario judges) is told once; every judgement is told by itself. */
function together(scenarios: readonly ScenarioResult[], verdict: Verdict): ScenarioResult[][] {
  if (verdict !== 'error' && verdict !== 'blocked') return scenarios.map((scenario) => [scenario]);
  const groups = new Map<string, ScenarioResult[]>();
  for (const scenario of scenarios) {
    const key = `${scenario.code} ${scenario.blockedBy ?? scenario.reason}`;
    groups.set(key, [...(groups.get(key) ?? []), scenario]);
  }
  return [...groups.values()];
}

function block(group: ScenarioResult[], run: Run, requirements: Map<string, Requirement>, paint: Paint): string {
  const [scenario] = group as [ScenarioResult];
  const { id, verdict, reason, code, detail, blockedBy } = scenario;
  const head = `${paint(verdictLabel(verdict).padEnd(INDENT.length - 2), verdict)}  ${paint(id, 'bold')}`;
  const more = group.length > 1 ? [`and ${group.length - 1} more for the same reason`] : [];
  const lines = [
    ...(more.length > 0 ? [] : scenario.requirements).map((requirement) => sentenceOf(requirement, requirements)),
    `${code}: ${reason}`,
    ...(detail === undefined || detail === reason
      ? []
      : detail
          .trimEnd()
          .split('\n')
          .map((line) => `  ${line}`)),
    ...(blockedBy === undefined ? [] : [`judged by the scenarios of ${sentenceOf(blockedBy, requirements)}`]),
    ...more,
    paint(replayOf(run, id), 'dim'),
  ];
  return [head, ...lines.map((line) => (INDENT + line).trimEnd())].join('\n');
}
