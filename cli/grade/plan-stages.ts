/** From a rubric's stages to the scenarios that each selects, and what each of its requirements is worth. */
import { subjectOf } from '../../reports/grade/mark';
import type { PlannedStage, Stage } from '../../reports/grade/rubric';
import type { Scenario } from '../../reports/messages/scenario';
import { filterOf } from '../../support/run/filter';
import { UsageError } from '../../support/targets/usage-error';

export type Planned = PlannedStage<Scenario>;

/**
 * @param counts false lets the numbers of scenarios be other ones: `--list` and `--update` tell them
 * @throws UsageError with a line for each stage whose selection is not what the rubric says
 */
export function planStages(stages: readonly Stage[], all: readonly Scenario[], counts = true): Planned[] {
  const wrong: string[] = [];
  const planned = stages.map((stage): Planned => {
    const scenarios = selectionOf(stage, all);
    const worth = worthOf(stage, scenarios);
    if (counts && scenarios.length !== stage.scenarios) {
      wrong.push(
        `stage ${stage.id}: ${scenarios.length} scenarios are selected and the rubric expects ${stage.scenarios}; \`mailspec grade RUBRIC --update\` writes the number down, look at what came or went before`,
      );
    }
    const named = Object.keys(stage.points).filter((requirement) => !worth.has(requirement));
    if (named.length > 0) wrong.push(`stage ${stage.id}: no scenario of it is about ${named.join(', ')}`);
    const sum = [...worth.values()].reduce((total, one) => total + one, 0);
    if (scenarios.length > 0 && sum + 0.005 < stage.cap)
      wrong.push(`stage ${stage.id}: its cap is ${stage.cap}, and its requirements give ${sum}`);
    return { stage, scenarios, worth };
  });
  if (wrong.length > 0) throw new UsageError('rubric-differs', wrong.join('\n'));
  return planned;
}

function selectionOf({ select, exclude }: Stage, all: readonly Scenario[]): Scenario[] {
  const wanted = select.map(testOf);
  const unwanted = exclude.map(testOf);
  return all.filter((scenario) => wanted.some((test) => test(scenario)) && !unwanted.some((test) => test(scenario)));
}

/** A tag expression has a tag in it; what has none is what `mailspec run` takes as a word. */
function testOf(entry: string): (scenario: Scenario) => boolean {
  const filters = { words: [], exclude: [], only: [], rfc: [], id: [], safe: false };
  return filterOf(entry.includes('@') ? { ...filters, tags: entry } : { ...filters, words: [entry] });
}

function worthOf({ cap, each, points }: Stage, scenarios: readonly Scenario[]): Map<string, number> {
  const subjects = [...new Set(scenarios.map(subjectOf))];
  const named = Object.keys(points).length > 0;
  // Where only some are named and nothing is said of the others, the others are worth nothing.
  const usual = each ?? (named ? 0 : cap / Math.max(1, subjects.length));
  const worth = subjects.map((requirement): [string, number] => [requirement, points[requirement] ?? usual]);
  return new Map(worth.filter(([, one]) => one > 0));
}

/** Stages that may be played together: of each, all that it needs lies in an earlier layer. */
export function layersOf<T extends { stage: Pick<Stage, 'id' | 'needs'> }>(planned: readonly T[]): T[][] {
  const depths = new Map<string, number>();
  const layers: T[][] = [];
  for (const each of planned) {
    // What was not asked for (`--stage`) is no prerequisite.
    const depth = Math.max(-1, ...each.stage.needs.map((need) => depths.get(need) ?? -1)) + 1;
    depths.set(each.stage.id, depth);
    layers[depth] ??= [];
    layers[depth].push(each);
  }
  return layers;
}
