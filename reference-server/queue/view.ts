/** What may be seen of the queue from outside. */

import type { MessageQueue, QueueEntry } from '../store/queue-types';
import { readAttempt, readEnvelope, readRecipient } from './records';
import type { Retries } from './retries';

export interface QueueView {
  /** As the Received field of the message has it. */
  readonly id: string;
  /** The reverse-path; '' for the null one. */
  readonly from: string;
  /** Milliseconds since 1970, on the server's clock. */
  readonly arrived: number;
  /** When it is given up. */
  readonly end: number;
  readonly recipients: readonly QueuedView[];
}

export interface QueuedView {
  readonly address: string;
  readonly state: 'waiting' | 'delivered' | 'failed';
  /** How often it was tried. */
  readonly attempts: number;
  /** When it is tried next or given up, on the server's clock. */
  readonly due: number | undefined;
  /** What the last attempt came to, in words: its own or another message's for the same destination. */
  readonly news: string;
}

const PAGE = 100;

/** All of them, oldest first, a page at a time. */
export function* views(queue: MessageQueue, retries: Retries): Generator<QueueView> {
  for (let last = 0; ; ) {
    const page = queue.entries(last, PAGE);
    for (const entry of page) yield viewOf(queue, retries, entry);
    if (page.length < PAGE) return;
    last = page.at(-1)!.id;
  }
}

export function viewOf(queue: MessageQueue, retries: Retries, { id, name, envelope, arrived }: QueueEntry): QueueView {
  const end = retries.end(arrived);
  return {
    id: name,
    from: readEnvelope(envelope).reversePath.text,
    arrived,
    end,
    recipients: queue.recipients(id).map(({ recipient, destination, state, attempts, due, news }) => {
      const all = queue.destination(destination);
      const words = readAttempt(news) ?? readAttempt(all?.news ?? '');
      return {
        address: readRecipient(recipient).path.text,
        state,
        attempts,
        due: due === undefined ? undefined : Math.min(Math.max(due, all?.hold ?? 0), end),
        news: words?.outcome.why ?? '',
      };
    }),
  };
}
