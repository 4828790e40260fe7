/** Whether the target survived a scenario: one that it did not is no scenario like others. */
import { Disturbed, Killed, type OutcomeError } from '../outcome';
import type { Target } from '../targets/target';

export interface Facts {
  /** When the scenario began, in milliseconds since 1970. */
  began: number;
  /** Whether it came to its end as it should. */
  passed: boolean;
  /** Whether it ever had a connection. */
  reached: boolean;
}

/** What is to be said of a scenario because of what became of the target; undefined where nothing did. @throws TargetError */
export async function fateOf(target: Target, { began, passed, reached }: Facts): Promise<OutcomeError | undefined> {
  if (passed) return undefined;
  const vital = await target.vital(began);
  if (vital.state === 'alive') return undefined;
  if (vital.state === 'revived-before') {
    return new Disturbed(
      'server-restarted',
      'the server was brought back during this scenario: another one had ended it',
    );
  }
  const { how } = vital;
  const words =
    vital.state === 'revived' && vital.words !== undefined ? `the server wrote:\n${vital.words}` : undefined;
  // Out of reach is an error already, and stays one.
  if (vital.state === 'dead' && !reached) return undefined;
  return reached
    ? new Killed('server-died', `the server died in this scenario: ${how}`, words)
    : new Disturbed('server-was-gone', `the server was gone before this scenario began: ${how}`);
}
