/**
 * Given, When and Then of this suite. A mismatch in a Given is a precondition that failed: blocked, not fail. What an outcome says is attached
 * to the message stream, where the reports read it (CONTRIBUTING.md).
 */
import * as cucumber from '@cucumber/cucumber';
import { Blocked, Mismatch, NotApplicable, OUTCOME_MEDIA_TYPE, OutcomeError } from '../support/outcome';
import type { MailWorld } from './world';

// biome-ignore lint/suspicious/noExplicitAny: the arguments are what the expression's parameter types give.
type Body = (this: MailWorld, ...args: any[]) => unknown;

export function Given(expression: string, body: Body): void {
  cucumber.Given(expression, judged(body, asPrecondition));
}

export function When(expression: string, body: Body): void {
  cucumber.When(expression, judged(body));
}

export function Then(expression: string, body: Body): void {
  cucumber.Then(expression, judged(body));
}

/** Attaches the outcome that an exception carries; what is not applicable ends the scenario as skipped. */
export function attachOutcome(world: MailWorld, error: unknown): 'skipped' {
  if (error instanceof OutcomeError) world.attach(JSON.stringify(error.outcome()), OUTCOME_MEDIA_TYPE);
  if (error instanceof NotApplicable) return 'skipped';
  throw error;
}

function judged(body: Body, change: (error: unknown, words: string) => unknown = (error) => error): Body {
  const step = async function (this: MailWorld, ...args: unknown[]) {
    if (this.stage?.over) return undefined;
    try {
      return await body.apply(this, args);
    } catch (error) {
      return attachOutcome(this, change(error, this.words));
    }
  };
  // cucumber compares the number of a step's arguments with its expression's.
  return Object.defineProperty(step, 'length', { value: body.length });
}

/** Nobody sees from a mismatch alone that it is none of what the scenario asks: the step says what there should have been. */
function asPrecondition(error: unknown, words: string): unknown {
  if (!(error instanceof Mismatch)) return error;
  const missing = words.replace(/:$/, '');
  return new Blocked(error.code, `cannot begin with “${missing}”: ${error.reason}`, error.detail, error.requirement);
}
