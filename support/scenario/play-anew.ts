/** Plays a dialogue again and again, each time in a new session 1: what one leaves behind, thousands may fill something with. */
import type { Stage } from './stage';
import type { Start } from './starts';

/** @throws Blocked where a session cannot be had, Mismatch where the dialogue is answered otherwise */
export async function playAnew(
  stage: Stage,
  times: number,
  { start, dialogue, mediaType }: { start: Start; dialogue: string; mediaType: string },
): Promise<void> {
  for (let n = 0; n < times && !stage.over; n++) {
    await stage.openSession(start);
    await stage.playTimes(1, dialogue, mediaType);
  }
}
