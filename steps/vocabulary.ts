/**
 * The kinds of steps of this suite. What a scenario judges is its dialogue and its Then; Given and When only bring something about: what the
 * server does wrong there blocks the scenario. What an outcome says is attached to the message stream, where the reports read it
 * (CONTRIBUTING.md).
 */
import * as cucumber from '@cucumber/cucumber';
import { Blocked, Mismatch, NotApplicable, OUTCOME_MEDIA_TYPE, OutcomeError } from '../support/outcome';
import type { MailWorld } from './world';

// biome-ignore lint/suspicious/noExplicitAny: the arguments are what the expression's parameter types give.
type Body = (this: MailWorld, ...args: any[]) => unknown;

export function Given(expression: string, body: Body): void {
  cucumber.Given(
    expression,
    judged(
      body,
      blocked((words) => `cannot begin with “${words}”`),
    ),
  );
}

export function When(expression: string, body: Body): void {
  cucumber.When(
    expression,
    judged(
      body,
      blocked((words) => `“${words}” did not come about`),
    ),
  );
}

/** What the client says and the server answers, whatever word stands before it. */
export function Dialogue(expression: string, body: Body): void {
  cucumber.defineStep(expression, judged(body));
}

export function Then(expression: string, body: Body): void {
  cucumber.Then(expression, judged(body));
}

/** What must not be, whatever a server did to defend itself. */
export function Never(expression: string, body: Body): void {
  cucumber.Then(expression, judged(body, undefined, true));
}

/** Attaches the outcome that an exception carries; what is not applicable ends the scenario as skipped. */
export function attachOutcome(world: MailWorld, error: unknown): 'skipped' {
  if (error instanceof OutcomeError) world.attach(JSON.stringify(error.outcome()), OUTCOME_MEDIA_TYPE);
  if (error instanceof NotApplicable) return 'skipped';
  throw error;
}

function judged(
  body: Body,
  change: (error: unknown, words: string) => unknown = (error) => error,
  evenFended = false,
): Body {
  const step = async function (this: MailWorld, ...args: unknown[]) {
    if (this.stage?.over && !(evenFended && this.stage.fended)) return undefined;
    try {
      return await body.apply(this, args);
    } catch (error) {
      return attachOutcome(this, change(error, this.words));
    }
  };
  // cucumber compares the number of a step's arguments with its expression's.
  return Object.defineProperty(step, 'length', { value: body.length });
}

/** Nobody sees from what went wrong alone that it is none of what the scenario asks: the step says what there should have been. */
function blocked(missing: (words: string) => string) {
  return (error: unknown, words: string): unknown => {
    if (!(error instanceof Mismatch || error instanceof Blocked)) return error;
    const { code, reason, detail, requirement, difference } = error;
    return new Blocked(code, `${missing(words.replace(/:$/, ''))}: ${reason}`, detail, requirement, difference);
  };
}
