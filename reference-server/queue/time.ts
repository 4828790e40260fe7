/** Until when a message is to be delivered (RFC 2852), and what follows from that in the queue. */

import type { DeliverBy } from '../delivery/mail';
import type { QueueEntry } from '../store/queue-types';
import { began, readEnvelope } from './records';
import type { Retries } from './retries';

type Entry = Pick<QueueEntry, 'arrived' | 'envelope'>;

export function timeOf({ envelope }: Pick<QueueEntry, 'envelope'>): DeliverBy | undefined {
  return readEnvelope(envelope).deliverBy;
}

/** When nothing more is tried: what is to come back when its time is over is not kept longer (RFC 2852 §4.1.3). */
export function endOf(retries: Retries, entry: Entry): number {
  const end = retries.end(began(entry));
  const time = timeOf(entry);
  return time?.late === 'return' ? Math.min(end, time.at) : end;
}

/** When the sender is told something next. @param since what was to be told until then has been */
export function deadlineOf(retries: Retries, entry: Entry, since: number): number {
  const time = timeOf(entry);
  const deadline = retries.deadline(began(entry), since);
  return time && time.at > since ? Math.min(deadline, time.at) : deadline;
}

/** When it is tried next after so many attempts; undefined when it is given up. */
export function nextTry(retries: Retries, entry: Entry, attempts: number, now: number): number | undefined {
  return now >= endOf(retries, entry) ? undefined : retries.next(attempts, began(entry), now);
}

/** Why it is given up: its own time is over, or what it has here (RFC 2852 §4.1.3, RFC 3463 §3.5). */
export function statusOfEnd(entry: Entry, now: number): '5.4.7' | '4.4.7' {
  const time = timeOf(entry);
  return time?.late === 'return' && now >= time.at ? '5.4.7' : '4.4.7';
}
