/**
 * What the suite saw a service do wrong while it only read by it. The scenario that had it read is not blamed: one that asks for the
 * requirement is told of it, unless such a one has found it already.
 */
import type { Outcome } from '../messages/outcome';
import type { ScenarioRun } from '../messages/scenario-run';
import { judge } from './judge';
import type { Verdict } from './verdict';

interface Breach extends Outcome {
  requirement: string;
  /** The id of the scenario in which it was seen first. */
  seenIn: string;
}

const PLAYED: readonly Verdict[] = ['pass', 'info', 'warn', 'fail'];
const FOUND: readonly Verdict[] = ['warn', 'fail'];

/** The runs, of which some are told of a breach. */
export function tellBreaches(runs: readonly ScenarioRun[]): ScenarioRun[] {
  const told = new Map<ScenarioRun, ScenarioRun>();
  for (const breach of breachesOf(runs)) {
    // A rule of the whole run is told by the witness alone.
    const about = runs.filter(
      ({ rule, scenario }) => rule === undefined && scenario.requirements.includes(breach.requirement),
    );
    const played = about.filter((run) => PLAYED.includes(verdictOf(told.get(run) ?? run)));
    const [first] = played;
    if (first === undefined || played.some((run) => FOUND.includes(verdictOf(told.get(run) ?? run)))) continue;
    told.set(first, { ...first, outcomes: [...first.outcomes, asMismatch(breach)] });
  }
  return runs.map((run) => told.get(run) ?? run);
}

/** Each once, however many processes have seen it. */
function breachesOf(runs: readonly ScenarioRun[]): Breach[] {
  const found = new Map<string, Breach>();
  for (const { scenario, breaches } of runs) {
    for (const { requirement = '', ...breach } of breaches) {
      const key = `${requirement} ${breach.code}`;
      if (!found.has(key)) found.set(key, { ...breach, requirement, seenIn: scenario.id });
    }
  }
  return [...found.values()];
}

function asMismatch({ code, reason, detail, seenIn }: Breach): Outcome {
  const where = `${reason}, when the suite read for ${seenIn}`;
  return { kind: 'mismatch', code, reason: where, ...(detail === undefined ? {} : { detail }) };
}

function verdictOf(run: ScenarioRun): Verdict {
  return judge(run, false).verdict;
}
