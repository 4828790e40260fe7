/** Makes one run of several against the same target: the shards of a run, or a part that was run again. */
import type { Run, ScenarioResult } from './run';
import { totalsOf } from './verdict/verdict';

/**
 * The runs of each target, merged; targets in the order in which they first occur. Where two runs played the same scenario, the
 * later one tells.
 */
export function mergeRuns(runs: readonly Run[]): Run[] {
  const targets = [...new Set(runs.map(({ target }) => target))];
  return targets.map((target) => mergeOne(runs.filter((run) => run.target === target)));
}

function mergeOne(runs: readonly Run[]): Run {
  const [first, ...others] = [...runs].sort((a, b) => (a.startedAt < b.startedAt ? -1 : 1)) as [Run, ...Run[]];
  if (others.length === 0) return first;
  const results = new Map<string, ScenarioResult>();
  for (const run of [first, ...others])
    for (const scenario of run.scenarios) results.set(scenario.id, told(results.get(scenario.id), scenario, run));
  const scenarios = [...results.values()].sort(inOrder);
  const filters = others.every((run) => JSON.stringify(run.filters) === JSON.stringify(first.filters))
    ? first.filters
    : {};
  const early = runs.find(({ endedEarly }) => endedEarly !== undefined)?.endedEarly;
  return {
    ...first,
    capabilities: Object.assign({}, ...[first, ...others].map((run) => run.capabilities)),
    filters,
    strict: runs.some(({ strict }) => strict),
    durationMs: runs.reduce((sum, { durationMs }) => sum + durationMs, 0),
    interrupted: runs.some(({ interrupted }) => interrupted),
    ...(early === undefined ? {} : { endedEarly: early }),
    totals: totalsOf(scenarios),
    scenarios,
  };
}

/** A rule of the whole run is judged by every shard over what it played: what one saw broken is so. */
function told(before: ScenarioResult | undefined, now: ScenarioResult, { filters }: Run): ScenarioResult {
  if (before?.ruleOfRun === undefined || filters.shard === undefined) return now;
  const weight = ({ verdict, code }: ScenarioResult) => (verdict === 'notApplicable' ? 0 : code === '' ? 1 : 2);
  return weight(before) > weight(now) ? before : now;
}

/** The order of the specification: by file, then by line. */
function inOrder(a: ScenarioResult, b: ScenarioResult): number {
  if (a.uri !== b.uri) return a.uri < b.uri ? -1 : 1;
  return a.line - b.line;
}
