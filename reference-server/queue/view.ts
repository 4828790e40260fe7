/** What may be seen of the queue from outside. */

import type { QueueEntry } from '../store/queue-types';
import type { Store } from '../store/types';
import { readAttempt, readEnvelope, readRecipient } from './records';
import type { Retries } from './retries';
import { endOf } from './time';

export interface QueueView {
  /** As the Received field of the message has it. */
  readonly id: string;
  /** The reverse-path; '' for the null one. */
  readonly from: string;
  /** Milliseconds since 1970, on the server's clock. */
  readonly arrived: number;
  /** Octets. */
  readonly size: number;
  /** When it is given up. */
  readonly end: number;
  readonly recipients: readonly QueuedView[];
}

export interface QueuedView {
  readonly address: string;
  readonly state: 'waiting' | 'delivered' | 'failed';
  /** How often it was tried. */
  readonly attempts: number;
  /** What it is tried at together with others: a domain, or the smarthost, or `(here)` for what waits for its time before it goes into a mailbox. */
  readonly destination: string;
  /** Until when that is left alone as a whole, since nobody could be reached there. */
  readonly hold: number | undefined;
  /** When it is tried next or given up, on the server's clock. */
  readonly due: number | undefined;
  /** What the last attempt came to, in words: its own or another message's for the same destination. */
  readonly news: string;
  /** When that was. */
  readonly tried: number | undefined;
}

const PAGE = 100;

type Kept = Pick<Store, 'queue' | 'messages'>;

/** All of them, oldest first, a page at a time. */
export function* views(store: Kept, retries: Retries): Generator<QueueView> {
  for (let last = 0; ; ) {
    const page = store.queue.entries(last, PAGE);
    for (const entry of page) yield viewOf(store, retries, entry);
    if (page.length < PAGE) return;
    last = page.at(-1)!.id;
  }
}

export function viewOf({ queue, messages }: Kept, retries: Retries, entry: QueueEntry): QueueView {
  const { id, name, envelope, blob, arrived } = entry;
  const end = endOf(retries, entry);
  return {
    id: name,
    from: readEnvelope(envelope).reversePath.text,
    arrived,
    size: messages.size(blob),
    end,
    recipients: queue.recipients(id).map(({ recipient, destination, state, attempts, due, news }) => {
      const { hold = 0, news: theirs = '' } = queue.destination(destination) ?? {};
      const last = readAttempt(news) ?? readAttempt(due === undefined ? '' : theirs);
      return {
        address: readRecipient(recipient).path.text,
        state,
        attempts,
        destination,
        hold: due === undefined || hold === 0 ? undefined : hold,
        due: due === undefined ? undefined : Math.min(Math.max(due, hold), end),
        news: last?.outcome.why ?? '',
        tried: last?.at,
      };
    }),
  };
}
