/** Does what time alone asks for: the sender is told that a message still waits, and what has waited too long is given up. */

import type { DeliveryParts } from '../delivery/parts';
import { tell, written } from '../delivery/story';
import { later } from '../relay/outcome';
import type { EntryId, QueuedRecipient, QueueEntry } from '../store/queue-types';
import { reportDelays } from './delay';
import { reportFailures } from './failure';
import type { Turn } from './lanes';
import { type Attempt, readAttempt, readRecipient, subjectOf } from './records';
import type { Retries } from './retries';
import { expired } from './settle';
import { deadlineOf, endOf, timeOf } from './time';

/** Recipients that are looked at before something else has its turn. */
const PAGE = 50;
/** Milliseconds until it is looked at again, where that went wrong. */
const PAUSE = 10 * 60_000;

const UNTRIED = later('4.4.7', 'it was never tried');

/** Says whether there is more to be done at once. */
export function keepDeadlines(parts: DeliveryParts, retries: Retries, isRunning: (turn: Turn) => boolean): boolean {
  const { store, clock, log } = parts;
  const now = clock.now();
  const due = store.queue.atDeadline(now, PAGE);
  if (due.length === 0) return false;
  const byEntry = new Map<EntryId, QueuedRecipient[]>();
  for (const queued of due) byEntry.set(queued.entry, [...(byEntry.get(queued.entry) ?? []), queued]);
  store.transaction(() => {
    for (const [id, recipients] of byEntry) {
      try {
        store.transaction(() => lookAt(parts, retries, isRunning, store.queue.entry(id)!, recipients, now));
      } catch (error) {
        log(`queue: it could not be told what became of entry ${id}: ${error}`);
        for (const queued of recipients) store.queue.update({ ...queued, deadline: now + PAUSE });
      }
    }
  });
  return due.length === PAGE;
}

function lookAt(
  parts: DeliveryParts,
  retries: Retries,
  isRunning: (turn: Turn) => boolean,
  entry: QueueEntry,
  recipients: readonly QueuedRecipient[],
  now: number,
): void {
  const { store } = parts;
  const { queue } = store;
  const end = endOf(retries, entry);
  const time = timeOf(entry);
  const told = recipients.map((queued) => {
    const { at, outcome: last } = lastOf(parts, queued) ?? { at: undefined, outcome: UNTRIED };
    // RFC 2852 §4.1.3: what it waits for matters less than that it does.
    const outcome = queued.deadline === time?.at ? { ...last, status: '4.4.7' } : last;
    return { queued, recipient: readRecipient(queued.recipient), at, outcome };
  });
  if (now < end) {
    reportDelays(parts, subjectOf(store, entry), told, end);
    for (const { recipient, outcome } of told)
      tell(parts, entry.name, `still waits for ${written([recipient.path])}: ${outcome.why}`);
    for (const { queued } of told) queue.update({ ...queued, deadline: deadlineOf(retries, entry, now) });
    return;
  }
  // RFC 2852 §4.1.3: no further attempt.
  const isOver = time?.late === 'return' && now >= time.at;
  const isHeld = ({ destination }: QueuedRecipient) => (queue.destination(destination)?.hold ?? 0) > now;
  const lost = told.filter(({ queued }) => (isOver || isHeld(queued)) && !isRunning(queued));
  // The others have one more attempt; where even that does not come in time, they are looked at again.
  for (const { queued } of told)
    if (!lost.some((one) => one.queued === queued))
      queue.update({ ...queued, due: Math.min(queued.due!, now), deadline: now + retries.pause(1) });
  if (lost.length === 0) return;
  const failures = lost.map((one) => ({ ...one, outcome: expired(one.outcome, entry, now) }));
  reportFailures(parts, subjectOf(store, entry), failures);
  for (const { recipient, outcome } of failures)
    tell(parts, entry.name, `given up for ${written([recipient.path])}: ${outcome.why}`);
  for (const { queued } of lost) queue.update({ ...queued, state: 'failed', due: undefined, deadline: undefined });
}

/** What is known last of the recipient or of where it is. */
function lastOf({ store }: DeliveryParts, { destination, news }: QueuedRecipient): Attempt | undefined {
  const all = store.queue.destination(destination)?.news ?? '';
  const known = [news, all].map(readAttempt).filter((attempt) => attempt !== undefined);
  return known.sort((a, b) => b.at - a.at)[0];
}
