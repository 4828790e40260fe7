/**
 * What attempts say of a destination: one that cannot be reached is left alone as a whole, however much waits for it, and then asked by
 * one message whether it is back (RFC 5321 §4.5.4.1).
 */

import type { Outcome } from '../relay/outcome';
import type { MessageQueue } from '../store/queue-types';
import { writeAttempt } from './records';
import type { Retries } from './retries';

/** Within the store's present transaction. */
export function learn(
  queue: MessageQueue,
  retries: Retries,
  name: string,
  outcomes: readonly Outcome[],
  now: number,
): void {
  const known = queue.destination(name);
  const [outcome] = outcomes;
  if (!known || !outcome) return;
  if (!outcomes.every(({ unreached }) => unreached)) {
    if (known.failures > 0) queue.hold({ name, hold: 0, failures: 0, news: '' });
    return;
  }
  // Several attempts at once that fail are one failure.
  if (known.hold > now) return;
  const failures = known.failures + 1;
  queue.hold({ name, hold: now + retries.pause(failures), failures, news: writeAttempt({ at: now, outcome }) });
}
