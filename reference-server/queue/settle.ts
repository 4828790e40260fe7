/** Writes down what came of an attempt: who has the message, who is tried again, and who is given up, of which the sender hears. */

import type { RemoteRecipient } from '../delivery/mail';
import type { DeliveryParts } from '../delivery/parts';
import type { Outcome } from '../relay/outcome';
import type { QueuedRecipient, QueueEntry } from '../store/queue-types';
import { type Failure, reportFailures } from './failure';
import type { Job } from './jobs';
import { readEnvelope } from './records';
import type { Retries } from './retries';

/** Within the store's present transaction. */
export function settle(
  parts: DeliveryParts,
  retries: Retries,
  { entry: id, recipients }: Job,
  outcomes: ReadonlyMap<RemoteRecipient, Outcome>,
): void {
  const { store, clock } = parts;
  const entry = store.queue.entry(id);
  if (!entry) return;
  const message = store.messages.content(entry.blob);
  const now = clock.now();
  const failures: Failure[] = [];
  for (const [recipient, queued] of recipients) {
    const outcome = outcomes.get(recipient);
    // The attempt was broken off: it does not count.
    if (!outcome) continue;
    const next = after(outcome, queued, entry, retries, now);
    store.queue.update(next);
    if (next.state === 'failed')
      failures.push({ recipient, outcome: outcome.kind === 'later' ? expired(outcome) : outcome });
  }
  reportFailures(parts, { envelope: readEnvelope(entry.envelope), arrived: entry.arrived, content: message }, failures);
}

function after(
  { kind, why }: Outcome,
  queued: QueuedRecipient,
  { arrived }: QueueEntry,
  retries: Retries,
  now: number,
): QueuedRecipient {
  const attempts = queued.attempts + 1;
  const due = kind === 'later' ? retries.next(attempts, arrived, now) : undefined;
  const state = kind === 'delivered' ? 'delivered' : due === undefined ? 'failed' : 'waiting';
  return { ...queued, state, attempts, due, news: why };
}

/** RFC 3463 §3.5: the time that there was for it is over; what was last in the way is told with it. */
function expired(outcome: Outcome): Outcome {
  return { ...outcome, kind: 'refused', status: '4.4.7', why: `it could not be delivered in time; ${outcome.why}` };
}
