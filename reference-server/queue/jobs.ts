/** What is to be tried, put together: a message and those of its recipients that have one destination. */

import type { RemoteRecipient } from '../delivery/mail';
import type { QueuedRecipient } from '../store/queue-types';
import { readRecipient } from './records';

export interface Job {
  readonly entry: number;
  readonly destination: string;
  /** One of the domains of that destination. */
  readonly domain: string;
  readonly recipients: ReadonlyMap<RemoteRecipient, QueuedRecipient>;
}

/** In the order of who waits longest. */
export function jobsOf(due: readonly QueuedRecipient[], destinationOf: (domain: string) => string): Job[] {
  const jobs = new Map<string, Job & { recipients: Map<RemoteRecipient, QueuedRecipient> }>();
  for (const queued of due) {
    const recipient = readRecipient(queued.recipient);
    const destination = destinationOf(recipient.domain);
    const key = `${queued.entry} ${destination}`;
    const job = jobs.get(key) ?? {
      entry: queued.entry,
      destination,
      domain: recipient.domain,
      recipients: new Map(),
    };
    job.recipients.set(recipient, queued);
    jobs.set(key, job);
  }
  return [...jobs.values()];
}
