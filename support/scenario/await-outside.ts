/** Waits for what a target does by itself: it is looked for again and again, while the target's time passes. */
import { setTimeout as wait } from 'node:timers/promises';
import { Mismatch } from '../outcome';
import { PassingTime, type TargetTime } from './passing-time';

/** Milliseconds between two looks. */
export const PAUSE = 5;
/** So many of the target's retries are waited for: no scenario puts it off more often. */
const RETRIES = 4;

interface Limits {
  /** Milliseconds; where it is not given, as long as a few retries take. */
  patience?: number;
  /** Whether the message that is waited for has been given up. */
  isOver?: () => Promise<boolean>;
}

/**
 * @param see what is waited for, or undefined while it is not there
 * @param missing what is said where it does not come
 * @throws Mismatch `not-seen`
 */
export async function awaitOutside<T>(
  { time: itsTime }: { time: TargetTime },
  see: () => T | undefined,
  missing: string,
  { patience = whole(itsTime.timing), isOver }: Limits = {},
): Promise<T> {
  const time = new PassingTime(itsTime, patience);
  for (;;) {
    const seen = see();
    if (seen !== undefined) return seen;
    await time.pass();
    if (time.left < 0) fail(`${missing} within ${patience} ms`);
    // What came while that was found out is there all the same.
    if (await isOver?.()) return see() ?? fail(`${missing}: it has come back to its sender`);
    await wait(PAUSE);
  }
}

function fail(why: string): never {
  throw new Mismatch('not-seen', why);
}

function whole({ delivery, retry = 0, silence = 0 }: TargetTime['timing']): number {
  return delivery + RETRIES * retry + silence;
}
