/** Several runs of the same scenarios against the same target: what comes and goes. */
import type { Run, ScenarioResult } from './run';
import { totalsOf, type Verdict } from './verdict/verdict';

export interface Flicker {
  id: string;
  /** In the order of the runs. */
  verdicts: Verdict[];
}

/** What had not one verdict in all runs that played it. */
export function flickering(runs: readonly Run[]): Flicker[] {
  const [first] = runs;
  const all = (first?.scenarios ?? []).map(({ id }) => ({
    id,
    verdicts: runs.flatMap((run) => run.scenarios.find((scenario) => scenario.id === id)?.verdict ?? []),
  }));
  return all.filter(({ verdicts }) => new Set(verdicts.filter((verdict) => verdict !== 'notPlayed')).size > 1);
}

const WORST: readonly Verdict[] = ['error', 'fail', 'blocked', 'warn', 'notPlayed', 'pass', 'info', 'notApplicable'];

/** One run of them: of each scenario the worst, for what went wrong once can go wrong again. */
export function worstOf(runs: readonly Run[]): Run {
  const last = runs.at(-1)!;
  const scenarios = last.scenarios.map((one) => {
    const all = runs.flatMap((run) => run.scenarios.find(({ id }) => id === one.id) ?? []);
    return all.reduce<ScenarioResult>((a, b) => (WORST.indexOf(b.verdict) < WORST.indexOf(a.verdict) ? b : a), one);
  });
  const durationMs = runs.reduce((sum, run) => sum + run.durationMs, 0);
  return { ...last, startedAt: runs[0]!.startedAt, durationMs, totals: totalsOf(scenarios), scenarios };
}
