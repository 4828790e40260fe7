/** What a run's messages say about one scenario, before it is judged. */
import type { Outcome, Testimony } from './outcome';
import type { Scenario } from './scenario';

/** The statuses of cucumber's messages. */
export type StepStatus = 'UNKNOWN' | 'PASSED' | 'SKIPPED' | 'PENDING' | 'UNDEFINED' | 'AMBIGUOUS' | 'FAILED';

export interface StepRun {
  /** `Given an SMTP session after EHLO`; for a hook, `(hook)`. */
  text: string;
  status: StepStatus;
  durationMs: number;
  /** The exception, where one was thrown. */
  message?: string;
}

export interface ScenarioRun {
  scenario: Scenario;
  steps: StepRun[];
  outcomes: Outcome[];
  /** What was seen to be wrong meanwhile with a service that the scenario is not about. */
  breaches: Outcome[];
  /** The rule of the whole run that it is about. */
  rule?: string;
  /** What its sessions showed of such rules. */
  testimony?: Testimony;
  /** The dialogue as it went over the wire; empty when none was attached. */
  transcript: string;
  /** ISO 8601; undefined when it never began. */
  startedAt?: string;
  durationMs: number;
  /** False when the messages end before the scenario does. */
  finished: boolean;
  /** Why it did not finish, when somebody knows. */
  unfinishedReason?: string;
  /** The run was ended before this scenario came to its end: nothing is said about it. */
  notPlayed?: boolean;
}

/** The run of a scenario that never came to an end. */
export function unfinished(scenario: Scenario, reason: string, notPlayed = false): ScenarioRun {
  return {
    scenario,
    steps: [],
    outcomes: [],
    breaches: [],
    transcript: '',
    durationMs: 0,
    finished: false,
    unfinishedReason: reason,
    notPlayed,
  };
}
