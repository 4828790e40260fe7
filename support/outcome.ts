/**
 * The ways in which a step can end without passing, never mixed: the target is wrong (mismatch), it did what was looked at (observation), a
 * precondition failed (blocked), the target does not offer it (not applicable), it ended (killed) or was away because of another scenario
 * (disturbed), a reader saw it break another requirement (breach), it says which rule of the whole run it is about (rule), it is out of reach or the suite itself is wrong (error: every other
 * exception). Reports know them from the messages only: reports/messages/outcome.ts.
 */

export const OUTCOME_MEDIA_TYPE = 'application/vnd.mailspec.outcome+json';
export const TRANSCRIPT_MEDIA_TYPE = 'text/vnd.mailspec.transcript';
export const TESTIMONY_MEDIA_TYPE = 'application/vnd.mailspec.testimony+json';

export type OutcomeKind =
  | 'mismatch'
  | 'blocked'
  | 'not-applicable'
  | 'observation'
  | 'error'
  | 'killed'
  | 'disturbed'
  | 'breach'
  | 'rule';

export interface Cause {
  /** What was answered otherwise: `NOOP`, `the greeting`. */
  command: string;
  /** In what way: `250 was expected, 500 came`. */
  difference: string;
}

/** What is attached to the message stream; CONTRIBUTING.md describes it for the reports, which read it. */
export interface Outcome {
  kind: OutcomeKind;
  /** Stable, kebab-case. */
  code: string;
  /** One line. */
  reason: string;
  /** The diff with its caret, several lines. */
  detail?: string;
  /** For `blocked`: the requirement whose scenario judges what failed; for `breach`: the one that is broken. */
  requirement?: string;
  /** Where and how it differs: mismatches at the same command in the same way are one cause. */
  cause?: Cause;
}

/** An exception that carries an outcome. */
export abstract class OutcomeError extends Error {
  abstract readonly kind: OutcomeKind;

  constructor(
    readonly code: string,
    readonly reason: string,
    readonly detail?: string,
    readonly requirement?: string,
    readonly difference?: Cause,
  ) {
    super(detail === undefined ? reason : `${reason}\n${detail}`);
    this.name = new.target.name;
  }

  /** The document that is attached. */
  outcome(): Outcome {
    const { kind, code, reason, detail, requirement, difference } = this;
    return {
      kind,
      code,
      reason,
      ...(detail === undefined ? {} : { detail }),
      ...(requirement === undefined ? {} : { requirement }),
      ...(difference === undefined ? {} : { cause: difference }),
    };
  }
}

/** The target did something else than the scenario says. */
export class Mismatch extends OutcomeError {
  readonly kind = 'mismatch';
}

/** What the scenario needs to begin with did not come about. */
export class Blocked extends OutcomeError {
  readonly kind = 'blocked';
}

/** The target does not offer what the scenario needs. */
export class NotApplicable extends OutcomeError {
  readonly kind = 'not-applicable';
}

/** The target ended in the scenario: a fail, whatever its level. */
export class Killed extends OutcomeError {
  readonly kind = 'killed';
}

/** The target was away because of another scenario: whatever else happened says nothing. */
export class Disturbed extends OutcomeError {
  readonly kind = 'disturbed';
}

/** The target could not be reached, launched or understood at all (refused connection, unusable target file). */
export class TargetError extends OutcomeError {
  readonly kind = 'error';
}
