/** Writes down what came of an attempt: who has the message, who is tried again, and who is given up, of which the sender hears. */

import type { Path, RemoteRecipient } from '../delivery/mail';
import type { DeliveryParts } from '../delivery/parts';
import { tell, written } from '../delivery/story';
import type { Outcome } from '../relay/outcome';
import type { QueuedRecipient, QueueEntry } from '../store/queue-types';
import { learn } from './destinations';
import { type Failure, reportFailures } from './failure';
import type { Job } from './job';
import { subjectOf, writeAttempt } from './records';
import { reportRelayed } from './relayed';
import type { Retries } from './retries';
import { nextTry, statusOfEnd, timeOf } from './time';

/** Within the store's present transaction. */
export function settle(
  parts: DeliveryParts,
  retries: Retries,
  { entry, destination, recipients }: Job,
  outcomes: ReadonlyMap<RemoteRecipient, Outcome>,
): void {
  const { store, clock } = parts;
  const queued = new Map(store.queue.recipients(entry.id).map((one) => [one.number, one]));
  // Somebody took it out meanwhile.
  if (queued.size === 0) return;
  const now = clock.now();
  const failures: Failure[] = [];
  const relayed: Failure[] = [];
  const settled: QueuedRecipient[] = [];
  for (const [recipient, number] of recipients) {
    const outcome = outcomes.get(recipient);
    // The attempt was broken off: it does not count.
    if (!outcome) continue;
    const next = after(outcome, queued.get(number)!, entry, retries, now);
    settled.push(next);
    tell(parts, entry.name, storyOf(next, recipient.path, outcome));
    if (next.state === 'failed')
      failures.push({ recipient, at: now, outcome: outcome.kind === 'later' ? expired(outcome, entry, now) : outcome });
    if (next.state === 'delivered') relayed.push({ recipient, at: now, outcome });
  }
  learn(store.queue, retries, destination, [...outcomes.values()], now);
  if (failures.length > 0) reportFailures(parts, subjectOf(store, entry), failures);
  reportRelayed(parts, () => subjectOf(store, entry), relayed, timeOf(entry));
  for (const next of settled) store.queue.update(next);
}

function after(
  outcome: Outcome,
  queued: QueuedRecipient,
  entry: QueueEntry,
  retries: Retries,
  now: number,
): QueuedRecipient {
  const { kind } = outcome;
  const attempts = queued.attempts + 1;
  const due = kind === 'later' ? nextTry(retries, entry, attempts, now) : undefined;
  const state = kind === 'delivered' ? 'delivered' : due === undefined ? 'failed' : 'waiting';
  const deadline = due === undefined ? undefined : queued.deadline;
  return { ...queued, state, attempts, due, deadline, news: writeAttempt({ at: now, outcome }) };
}

function storyOf({ state, due }: QueuedRecipient, path: Path, { why }: Outcome): string {
  const whom = written([path]);
  if (state === 'delivered') return `delivered to ${whom}: ${why}`;
  if (state === 'failed') return `given up for ${whom}: ${why}`;
  return `deferred for ${whom} until ${new Date(due!).toISOString()}: ${why}`;
}

/** RFC 3463 §3.5: the time that there was for it is over; what was last in the way is told with it. */
export function expired(outcome: Outcome, entry: QueueEntry, now: number): Outcome {
  const status = statusOfEnd(entry, now);
  return { ...outcome, kind: 'refused', status, why: `it could not be delivered in time; ${outcome.why}` };
}
