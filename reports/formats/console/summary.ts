/** What a run says on the console at its end: by RFC section where it matters, then what is wrong, then the count. */
import type { Run, ScenarioResult } from '../../run';
import { causesOf } from '../../verdict/causes';
import type { FileCoverage } from '../../verdict/coverage';
import { totalsOf } from '../../verdict/verdict';
import { bySection, type RfcGroup } from '../by-section';
import { countsOf, scenariosOf, timeOf } from '../counts';
import { type ReportInput, titleOf } from '../report-input';
import { makePaint, type Paint } from './paint';
import { inOrder, troubles } from './troubles';

/** An error says nothing about a section of an RFC. */
const TOLD_BY_SECTION: readonly string[] = ['fail', 'warn', 'blocked'];

export interface SummaryOptions {
  colour: boolean;
  /** Paths of the reports that were written, for people to open. */
  written: string[];
}

/** The whole text, with its last newline. */
export function summary(input: ReportInput, { colour, written }: SummaryOptions): string {
  const paint = makePaint(colour);
  const causes = causesOf(newTroubles(input));
  const blocks = [
    sections(input, paint),
    ...troubles(input, causes, paint),
    notApplicable(input.run),
    inOrder(causes, paint),
    last(input, causes.length, written, paint),
  ];
  return `${blocks.filter((block) => block !== '').join('\n\n')}\n`;
}

/** What went wrong and is not in the baseline, in the order of the specification. */
function newTroubles({ run, comparison }: ReportInput): ScenarioResult[] {
  return run.scenarios.filter(
    (scenario) =>
      (scenario.verdict !== 'fail' && scenario.verdict !== 'blocked') || comparison.unlisted.includes(scenario),
  );
}

function sections({ run, coverage, whole }: ReportInput, paint: Paint): string {
  const groups = bySection(run.scenarios);
  const width = Math.max(0, ...groups.map(({ rfc }) => titleOf(rfc, coverage).length));
  const notes = whole ? coverage : [];
  return groups
    .flatMap((group) => [
      `${titleOf(group.rfc, coverage).padEnd(width)}  ${countsOf(group.totals, paint)}${coverageNote(group, notes, paint)}`,
      ...group.sections
        .filter(({ scenarios }) => scenarios.some(({ verdict }) => TOLD_BY_SECTION.includes(verdict)))
        .map(({ section, scenarios }) => `  §${section}  ${countsOf(totalsOf(scenarios), paint)}`),
    ])
    .join('\n');
}

/** How much of the RFC's requirements has scenarios at all, run or not. */
function coverageNote({ rfc }: RfcGroup, coverage: readonly FileCoverage[], paint: Paint): string {
  const found = coverage.find(({ file }) => (file.rfc ?? 'mailspec') === rfc);
  if (found === undefined) return '';
  const { covered, missing } = found;
  return paint(`  (${covered} of ${covered + missing} requirements have scenarios)`, 'dim');
}

function notApplicable({ scenarios }: Run): string {
  const reasons = new Map<string, number>();
  for (const { verdict, reason } of scenarios) {
    if (verdict === 'notApplicable') reasons.set(reason, (reasons.get(reason) ?? 0) + 1);
  }
  if (reasons.size === 0) return '';
  const lines = [...reasons].sort(([, a], [, b]) => b - a).map(([reason, count]) => `  ${count} × ${reason}`);
  return ['not applicable:', ...lines].join('\n');
}

function last({ run, comparison }: ReportInput, causes: number, written: string[], paint: Paint): string {
  const { unlisted, stale } = comparison;
  const red = run.totals.fail + run.totals.blocked;
  const known = red - unlisted.length;
  const lines = [
    ...stale.map(({ id }) => `stale in the baseline: ${id} passes now`),
    ...(known > 0 ? [`${known} of ${red} known from the baseline`] : []),
    ...written.map((path) => `report: ${path}`),
    ...(run.endedEarly === undefined ? [] : [paint(`the run ended early: ${run.endedEarly}`, 'error')]),
    `${paint(scenariosOf(run.scenarios.length), 'bold')} against ${run.target} in ${timeOf(run.durationMs)}: ${countsOf(run.totals, paint)}${causes > 1 ? ` (${causes} causes)` : ''}`,
  ];
  return lines.join('\n');
}
