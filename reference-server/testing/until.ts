import { setTimeout as wait } from 'node:timers/promises';

/** Waits until it holds; rejects when it does not within five seconds. */
export async function until(holds: () => boolean): Promise<void> {
  for (let left = 500; !holds(); left--) {
    if (left === 0) throw new Error(`it never came true: ${holds}`);
    await wait(10);
  }
}
