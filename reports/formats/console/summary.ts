/**
 * What a run says on the console at its end, on a screen or two: the first thing to mend, whole; what to mend, in order; what has changed;
 * the count. Everything else stands in the report.
 */
import type { Run, ScenarioResult } from '../../run';
import { causesOf } from '../../verdict/causes';
import { countsOf, scenariosOf, timeOf } from '../counts';
import { type ReportInput, requirementsOf } from '../report-input';
import { causesInOrder, requirementsInOrder } from './in-order';
import { makePaint, type Paint } from './paint';
import { troubles } from './troubles';

/** Reasons told why something does not apply. */
const REASONS = 3;

export interface SummaryOptions {
  colour: boolean;
  /** Paths of the reports that were written, for people to open. */
  written: string[];
  /** Columns of the terminal. */
  width?: number;
  /** What has changed since the last run, in a line. */
  since?: string;
  /** The last line alone. */
  quiet?: boolean;
  /** List what the baseline bears. */
  showKnown?: boolean;
}

/** The whole text, with its last newline. */
export function summary(input: ReportInput, options: SummaryOptions): string {
  const { colour, written, width, since, quiet, showKnown = false } = options;
  const paint = makePaint(colour);
  const causes = causesOf(newTroubles(input));
  const end = last(input, causes.length, written, since, paint);
  if (quiet) return `${end.at(-1)}\n`;
  const blocks = [
    ...troubles(input, causes, paint),
    showKnown ? knownOnes(input) : '',
    causesInOrder(causes, paint, width),
    requirementsInOrder(causes, requirementsOf(input), paint, input.run.replay, width),
    end.join('\n'),
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

function knownOnes({ comparison }: ReportInput): string {
  if (comparison.known.length === 0) return '';
  const lines = comparison.known.map(({ scenario, entry }) => `  ${scenario.verdict} ${scenario.id}: ${entry.why}`);
  return ['known from the baseline:', ...lines].join('\n');
}

/** In one line: how much does not apply, and mostly why. */
function notApplicable({ scenarios }: Run): string[] {
  const reasons = new Map<string, number>();
  for (const { verdict, reason } of scenarios) {
    if (verdict === 'notApplicable') reasons.set(reason, (reasons.get(reason) ?? 0) + 1);
  }
  if (reasons.size === 0) return [];
  const all = [...reasons].sort(([, a], [, b]) => b - a);
  const told = all.slice(0, REASONS).map(([reason, count]) => `${count} × ${reason}`);
  const rest = all.length - told.length;
  return [`not applicable: ${told.join('; ')}${rest > 0 ? `; ${rest} other reasons` : ''}`];
}

function last(
  { run, comparison }: ReportInput,
  causes: number,
  written: string[],
  since: string | undefined,
  paint: Paint,
): string[] {
  const { known: borne, turned, unexplained, stale } = comparison;
  const red = run.totals.fail + run.totals.blocked;
  const known = borne.length;
  return [
    ...notApplicable(run),
    ...stale.map(({ id }) => `stale in the baseline: ${id} passes now`),
    ...turned.map(
      ({ scenario, entry }) => `${scenario.id} is a known ${entry.verdict}, and is ${scenario.verdict} now`,
    ),
    ...unexplained.map(({ id }) => `the baseline gives no reason for ${id}: write its "why"`),
    ...(known > 0 ? [`${known} of ${red} known from the baseline`] : []),
    ...(since === undefined ? [] : [since]),
    ...written.map((path) => `report: ${path}`),
    ...(run.endedEarly === undefined ? [] : [paint(`the run ended early: ${run.endedEarly}`, 'error')]),
    `${paint(scenariosOf(run.scenarios.length), 'bold')} against ${run.target} in ${timeOf(run.durationMs)}: ${countsOf(run.totals, paint)}${causes > 1 ? ` (${causes} causes)` : ''}`,
  ];
}
