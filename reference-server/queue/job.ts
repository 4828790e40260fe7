/** What is to be tried: a message, and those of its recipients that are due and have one destination. */

import type { RemoteRecipient } from '../delivery/mail';
import type { QueueEntry } from '../store/queue-types';
import type { Store } from '../store/types';
import type { Turn } from './lanes';
import { readRecipient } from './records';

export interface Job {
  readonly entry: QueueEntry;
  readonly destination: string;
  /** One of the domains of that destination. */
  readonly domain: string;
  /** With their numbers among the message's recipients. */
  readonly recipients: ReadonlyMap<RemoteRecipient, number>;
}

/** Undefined where nothing is left to be done. */
export function jobFor({ queue }: Store, { entry: id, destination }: Turn, now: number): Job | undefined {
  const entry = queue.entry(id);
  const due = queue
    .recipients(id)
    .filter((queued) => queued.destination === destination && queued.due !== undefined && queued.due <= now)
    .map(({ recipient, number }) => [readRecipient(recipient), number] as const);
  const [first] = due;
  return entry && first && { entry, destination, domain: first[0].domain, recipients: new Map(due) };
}
