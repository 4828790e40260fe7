import { setTimeout as wait } from 'node:timers/promises';
import { OutcomeError } from '../outcome';

/** Milliseconds before the second attempt; doubled each time, up to the longest. */
const PAUSE = 5;
const LONGEST = 250;

/**
 * Does it again as long as the server refuses it, no longer than so many milliseconds: for what a server can do only when it has noticed
 * something that no octet tells us of.
 * @throws what the last attempt threw; at once what is no refusal
 */
export async function againWhileRefused(attempt: () => Promise<void>, within: number): Promise<void> {
  const end = performance.now() + within;
  for (let pause = PAUSE; ; pause = Math.min(2 * pause, LONGEST)) {
    try {
      return await attempt();
    } catch (error) {
      const refused = error instanceof OutcomeError && error.code === 'status-differs';
      if (!refused || performance.now() + pause > end) throw error;
    }
    await wait(pause);
  }
}
