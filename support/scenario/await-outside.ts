/** Waits for what a target does by itself: it is looked for again and again, while the target's time passes. */
import { setTimeout as wait } from 'node:timers/promises';
import { Mismatch } from '../outcome';
import type { Target } from '../targets/target';

/** Milliseconds between two looks. */
export const PAUSE = 5;
/** So many of the target's retries are waited for: no scenario puts it off more often. */
export const RETRIES = 4;

/**
 * @param see what is waited for, or undefined while it is not there
 * @param missing what is said where it does not come
 * @throws Mismatch `not-seen`
 */
export async function awaitOutside<T>(
  { target }: { target: Pick<Target, 'timing' | 'bringForward'> },
  see: () => T | undefined,
  missing: string,
): Promise<T> {
  const { delivery, retry } = target.timing;
  const patience = delivery + RETRIES * retry;
  let end = performance.now() + patience;
  for (;;) {
    const seen = see();
    if (seen !== undefined) return seen;
    // Where its time can be moved, a retry costs nothing of ours.
    if ((await target.bringForward()) === 'brought') end = performance.now() + delivery;
    else if (performance.now() > end) throw new Mismatch('not-seen', `${missing} within ${patience} ms`);
    await wait(PAUSE);
  }
}
