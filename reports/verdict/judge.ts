/** From what the messages say about a scenario to its verdict. */
import type { Outcome } from '../messages/outcome';
import type { ScenarioRun, StepRun } from '../messages/scenario-run';
import type { Verdict } from './verdict';

export interface Judgement {
  verdict: Verdict;
  /** Stable, kebab-case; empty for a plain pass. */
  code: string;
  /** One line; empty for a plain pass. */
  reason: string;
  /** Several lines: the diff, or an exception with its stack. */
  detail?: string;
  /** Where and how it differs. */
  cause?: Outcome['cause'];
  /** For `blocked`: the requirement whose scenario judges what failed. */
  requirement?: string;
  /** The id of the scenario in which it was seen first, where that is another. */
  seenIn?: string;
}

/** Statuses that say that the suite itself is wrong, whatever else happened. */
const BROKEN_STEPS: Partial<Record<StepRun['status'], string>> = {
  UNDEFINED: 'undefined-step',
  AMBIGUOUS: 'ambiguous-step',
  PENDING: 'pending-step',
  UNKNOWN: 'unknown-status',
};

/**
 * The verdict of one scenario. The first outcome that ended it rules; an exception without an outcome, or an end that never came,
 * is an error of the suite or of the target's reach, never a fail.
 * @param strict a mismatch with a SHOULD is a fail
 */
export function judge(run: ScenarioRun, strict: boolean): Judgement {
  const broken = run.steps.find(({ status }) => BROKEN_STEPS[status] !== undefined);
  if (broken !== undefined)
    return error(BROKEN_STEPS[broken.status]!, `${broken.status.toLowerCase()}: ${broken.text}`);
  if (run.notPlayed) return { verdict: 'notPlayed', code: 'not-played', reason: run.unfinishedReason ?? '' };
  // What became of the target itself comes after all else, and rules it.
  const fate = run.outcomes.find(({ kind }) => kind === 'killed' || kind === 'disturbed');
  if (fate !== undefined) return { verdict: fate.kind === 'killed' ? 'fail' : 'blocked', ...whyOf(fate) };
  const ended = run.outcomes.find(({ kind }) => kind !== 'observation');
  if (ended !== undefined) return fromOutcome(ended, run, strict);
  if (!run.finished) return error('unfinished', run.unfinishedReason ?? 'the messages end before the scenario does');
  const failed = run.steps.find(({ status }) => status === 'FAILED');
  if (failed !== undefined) return error('exception', firstLine(failed.message ?? failed.text), failed.message);
  const skipped = run.steps.find(({ status }) => status !== 'PASSED');
  if (skipped !== undefined) return error('skipped-without-reason', `skipped, and nothing says why: ${skipped.text}`);
  if (run.steps.length === 0) return error('empty-scenario', 'the scenario has no steps');
  return passed(run);
}

function passed({ scenario, outcomes }: ScenarioRun): Judgement {
  const [observation] = outcomes;
  if (observation === undefined) return { verdict: 'pass', code: '', reason: '' };
  return { verdict: scenario.level === 'MAY' ? 'info' : 'pass', ...whyOf(observation) };
}

function fromOutcome(outcome: Outcome, { scenario }: ScenarioRun, strict: boolean): Judgement {
  const why = whyOf(outcome);
  if (outcome.kind === 'blocked') return { verdict: 'blocked', ...why };
  if (outcome.kind === 'not-applicable') return { verdict: 'notApplicable', ...why };
  if (outcome.kind === 'error') return { verdict: 'error', ...why };
  if (scenario.level === 'MUST') return { verdict: 'fail', ...why };
  if (scenario.level === 'SHOULD') return { verdict: strict ? 'fail' : 'warn', ...why };
  if (scenario.level === 'MAY') return { verdict: 'info', ...why };
  return error(
    'no-level',
    `the scenario has none of @MUST, @SHOULD, @MAY to judge by: ${outcome.reason}`,
    outcome.detail,
  );
}

function whyOf({ code, reason, detail, cause, requirement, seenIn }: Outcome): Omit<Judgement, 'verdict'> {
  return {
    code,
    reason,
    ...(detail === undefined ? {} : { detail }),
    ...(cause === undefined ? {} : { cause }),
    ...(requirement === undefined ? {} : { requirement }),
    ...(seenIn === undefined ? {} : { seenIn }),
  };
}

function error(code: string, reason: string, detail?: string): Judgement {
  return { verdict: 'error', code, reason, ...(detail === undefined ? {} : { detail }) };
}

function firstLine(text: string): string {
  return text.split('\n', 1)[0] ?? '';
}
