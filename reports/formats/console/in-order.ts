/** The last screen: what to mend first, by cause and by requirement, a line each. */
import type { ScenarioResult } from '../../run';
import type { Cause } from '../../verdict/causes';
import type { Requirement } from '../../verdict/requirements';
import { totalsOf, verdictLabel } from '../../verdict/verdict';
import { countsOf } from '../counts';
import type { Paint } from './paint';

/** Lines of each list; a report holds the rest. */
const CAUSES = 20;
const REQUIREMENTS = 60;
/** Columns where nobody says how many there are. */
const WIDTH = 120;

/** Below this many the causes are shown whole, and there is nothing to list. */
const ENOUGH = 2;

export function causesInOrder(causes: readonly Cause[], paint: Paint, width = WIDTH): string {
  if (causes.length < ENOUGH) return '';
  const lines = causes.slice(0, CAUSES).map(({ title, verdict, scenarios }, index) => {
    const count = scenarios.length > 1 ? ` (${scenarios.length} scenarios)` : '';
    const number = `${String(index + 1).padStart(4)}. `;
    const label = verdictLabel(verdict).padEnd(7);
    const room = width - number.length - label.length - 1;
    return `${number}${paint(label, verdict)} ${cut(title, room - count.length)}${paint(count, 'dim')}`;
  });
  const rest = causes.length - lines.length;
  const end = rest > 0 ? [`      … and ${rest} more: see the report`] : [];
  return [`${causes.length} causes, in the order in which to mend them:`, ...lines, ...end].join('\n');
}

/** What is broken, once each, in the order of the causes; what is only blocked breaks nothing that is known. */
export function requirementsInOrder(
  causes: readonly Cause[],
  requirements: ReadonlyMap<string, Requirement>,
  paint: Paint,
  replay: string,
  width = WIDTH,
): string {
  const broken = brokenBy(causes);
  if (broken.size < ENOUGH) return '';
  const columns = [...broken].map(([id, scenarios]) => ({ id, scenarios, counts: countsOf(totalsOf(scenarios)) }));
  const shown = columns.slice(0, REQUIREMENTS);
  const wide = (of: (column: (typeof shown)[number]) => string) =>
    Math.max(...shown.map((column) => of(column).length));
  const [ids, counts] = [wide(({ id }) => id), wide((column) => column.counts)];
  const lines = shown.map(({ id, scenarios, counts: count }) => {
    const row = requirements.get(id);
    const says = row === undefined ? '' : `${row.level}: ${row.says}`;
    const { verdict } = scenarios[0]!;
    return `  ${id.padEnd(ids)}  ${paint(count.padEnd(counts), verdict)}  ${cut(says, width - ids - counts - 6)}`.trimEnd();
  });
  const rest = columns.length - shown.length;
  const end = rest > 0 ? [`  … and ${rest} more: see the report`] : [];
  return [
    `${columns.length} requirements are broken (mailspec explain ID tells of one):`,
    ...lines,
    ...end,
    paint(`  to play one again: ${replay} ID`, 'dim'),
  ].join('\n');
}

function brokenBy(causes: readonly Cause[]): Map<string, ScenarioResult[]> {
  const broken = new Map<string, ScenarioResult[]>();
  for (const scenario of causes.flatMap(({ scenarios }) => scenarios)) {
    if (scenario.verdict !== 'fail' && scenario.verdict !== 'warn') continue;
    for (const id of scenario.requirements) broken.set(id, [...(broken.get(id) ?? []), scenario]);
  }
  return broken;
}

function cut(text: string, room: number): string {
  return text.length <= room ? text : `${text.slice(0, Math.max(10, room - 1))}…`;
}
