/** Makes one run of the shards of one; runs of the same target that are no shards stay apart, to be compared. */
import type { Run, ScenarioResult } from './run';
import { totalsOf } from './verdict/verdict';

/** What is to be read: the merged run of the shards of each target, and each other run; targets in the order in which they first occur. */
export function mergeRuns(runs: readonly Run[]): Run[] {
  const targets = [...new Set(runs.map(({ target }) => target))];
  return targets.flatMap((target) => {
    const own = [...runs.filter((run) => run.target === target)].sort((a, b) => (a.startedAt < b.startedAt ? -1 : 1));
    const shards = own.filter(({ filters }) => filters.shard !== undefined);
    const others = own.filter(({ filters }) => filters.shard === undefined);
    return [...(shards.length > 0 ? [mergeShards(shards as [Run, ...Run[]])] : []), ...others];
  });
}

/** In the order in which they began. Where a shard was played again, the later one tells. */
function mergeShards(shards: readonly [Run, ...Run[]]): Run {
  const [first] = shards;
  const results = new Map<string, ScenarioResult>();
  for (const run of shards)
    for (const scenario of run.scenarios) results.set(scenario.id, told(results.get(scenario.id), scenario, run));
  const scenarios = [...results.values()].sort(inOrder);
  const early = lostOf(shards) ?? shards.find(({ endedEarly }) => endedEarly !== undefined)?.endedEarly;
  return {
    ...first,
    capabilities: Object.assign({}, ...shards.map((run) => run.capabilities)),
    filters: withoutShard(first),
    strict: shards.some(({ strict }) => strict),
    durationMs: shards.reduce((sum, { durationMs }) => sum + durationMs, 0),
    interrupted: shards.some(({ interrupted }) => interrupted),
    ...(early === undefined ? {} : { endedEarly: early }),
    totals: totalsOf(scenarios),
    scenarios,
  };
}

/** Why these are not all shards of one run: what is lost must not look as if it had passed. */
function lostOf(shards: readonly [Run, ...Run[]]): string | undefined {
  const [first] = shards;
  const alike = (of: (run: Run) => unknown) => new Set(shards.map((run) => JSON.stringify(of(run)))).size === 1;
  if (!alike(({ version }) => version)) return 'the shards were played by different versions of mailspec';
  if (!alike(withoutShard)) return 'the shards are of runs that were selected differently';
  const counts = new Set(shards.map(({ filters }) => String(filters.shard).split('/')[1]));
  if (counts.size > 1) return `the shards are of runs with ${[...counts].join(' and ')} parts`;
  const count = Number([...counts][0]);
  const there = new Set(shards.map(({ filters }) => Number(String(filters.shard).split('/')[0])));
  const lost = Array.from({ length: count }, (_, index) => index + 1).filter((index) => !there.has(index));
  if (lost.length === 0) return undefined;
  return `${lost.length === 1 ? 'shard' : 'shards'} ${lost.join(', ')} of ${count} of ${first.target} ${lost.length === 1 ? 'is' : 'are'} missing`;
}

function withoutShard({ filters }: Run): Run['filters'] {
  const { shard: _, ...others } = filters;
  return others;
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
