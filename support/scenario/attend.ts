/** A scenario that is a rule of the witness: it says which, and sees to it that there is something to judge. */
import { OUTCOME_MEDIA_TYPE, type Outcome } from '../outcome';
import { playExercise } from '../witness/exercise';
import { protocolOf, type Rule } from '../witness/rules';
import type { Witness } from '../witness/witness';
import type { Stage } from './stage';

/** @returns what is attached to the message stream, for the reports to judge when the run is over */
export async function attendTo(
  stage: Stage,
  witness: Witness,
  rule: Rule,
): Promise<[document: string, mediaType: string]> {
  const protocol = protocolOf(rule);
  if (witness.beginsExercise(protocol)) await playExercise(stage, protocol);
  const outcome: Outcome = { kind: 'rule', code: rule, reason: 'judged over the whole run' };
  return [JSON.stringify(outcome), OUTCOME_MEDIA_TYPE];
}
