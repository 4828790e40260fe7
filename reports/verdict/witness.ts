/**
 * Rules that hold over the whole run. Each is a scenario of its own; what any scenario's sessions showed of it tells: whether it had
 * anything to be held against, how often it was broken, and where first. The scenario in which that was seen is not blamed.
 */
import type { Outcome } from '../messages/outcome';
import type { ScenarioRun } from '../messages/scenario-run';

interface Seen {
  /** How often it was broken, and in how many scenarios. */
  times: number;
  scenarios: number;
  /** The first time: where, and what. */
  first?: { id: string; reason: string; detail: string };
}

/** The runs; those of rules are told what was seen of them. */
export function tellWitness(runs: readonly ScenarioRun[]): ScenarioRun[] {
  if (runs.every(({ rule }) => rule === undefined)) return [...runs];
  const seen = seenIn(runs);
  return runs.map((run) => {
    if (run.rule === undefined) return run;
    const outcome = outcomeOf(seen.get(run.rule));
    return outcome === undefined ? run : { ...run, outcomes: [...run.outcomes, outcome] };
  });
}

function seenIn(runs: readonly ScenarioRun[]): Map<string, Seen> {
  const seen = new Map<string, Seen>();
  const of = (rule: string) => {
    const known = seen.get(rule) ?? { times: 0, scenarios: 0 };
    seen.set(rule, known);
    return known;
  };
  for (const { scenario, testimony } of runs) {
    for (const rule of testimony?.applied ?? []) of(rule);
    for (const { rule, times, reason, detail } of testimony?.broken ?? []) {
      const known = of(rule);
      known.times += times;
      known.scenarios++;
      known.first ??= { id: scenario.id, reason, detail };
    }
  }
  return seen;
}

function outcomeOf(seen: Seen | undefined): Outcome | undefined {
  if (seen === undefined)
    return {
      kind: 'not-applicable',
      code: 'never-written',
      reason: 'the server wrote nothing that this rule is about',
    };
  const { times, scenarios, first } = seen;
  if (first === undefined) return undefined;
  const often = `${times} ${times === 1 ? 'time' : 'times'} in ${scenarios} ${scenarios === 1 ? 'scenario' : 'scenarios'}`;
  const reason = `${first.reason}: ${often}, first in ${first.id}`;
  return { kind: 'mismatch', code: 'rule-broken', reason, detail: first.detail, seenIn: first.id };
}
