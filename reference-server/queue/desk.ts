/** What whoever runs the server asks of the queue, and does to it. */

import { tell, written } from '../delivery/story';
import type { Clock } from '../net/clock';
import type { QueueEntry } from '../store/queue-types';
import type { Store } from '../store/types';
import type { Turn } from './lanes';
import { readRecipient } from './records';
import type { Retries } from './retries';
import { type QueueView, viewOf } from './view';

/** Some of the messages, oldest first. */
export interface QueuePage {
  /** On the server's clock, as all times here. */
  readonly now: number;
  readonly messages: readonly QueueView[];
  /** Where the next page begins; undefined after the last. */
  readonly next: number | undefined;
}

export interface Hastened {
  /** Where they are tried, and how many messages. */
  readonly destinations: ReadonlyArray<{ readonly name: string; readonly messages: number }>;
  /** When: `never` by a server that hands nothing on. */
  readonly when: Trying;
}

export interface Removed {
  readonly from: string;
  readonly recipients: readonly string[];
  /** An attempt is going on, which may still deliver it. */
  readonly underWay: boolean;
}

export type Trying = 'now' | 'at the next start' | 'never';

/** Of what nobody knows there is an undefined answer. */
export interface QueueDesk {
  list(after: number): Promise<QueuePage>;
  /** The messages of that id: one, but for a message that was divided. */
  why(id: string): Promise<Omit<QueuePage, 'next'> | undefined>;
  /** An id, a destination, or all where nothing is given. */
  retry(what?: string): Promise<Hastened | undefined>;
  /** Nobody is told: it is as if it had never been. */
  remove(id: string): Promise<Removed | undefined>;
}

export interface DeskOptions {
  readonly store: Store;
  readonly clock: Clock;
  readonly log: (line: string) => void;
  readonly retries: Retries;
  readonly trying: Trying;
  readonly isUnderWay?: (turn: Turn) => boolean;
}

const PAGE = 200;

export class Desk implements QueueDesk {
  constructor(private readonly options: DeskOptions) {}

  async list(after: number): Promise<QueuePage> {
    const page = this.options.store.queue.entries(after, PAGE);
    return { ...this.seen(page), next: page.length < PAGE ? undefined : page.at(-1)!.id };
  }

  async why(id: string): Promise<Omit<QueuePage, 'next'> | undefined> {
    const entries = this.options.store.queue.named(id);
    return entries.length === 0 ? undefined : this.seen(entries);
  }

  async retry(what?: string): Promise<Hastened | undefined> {
    const { store, trying: when } = this.options;
    const destinations = store.transaction(() => this.hasten(what));
    return what !== undefined && destinations.length === 0 ? undefined : { destinations, when };
  }

  async remove(id: string): Promise<Removed | undefined> {
    const { store } = this.options;
    const entries = store.queue.named(id);
    if (entries.length === 0) return undefined;
    const { from } = this.seen(entries).messages[0]!;
    const recipients = entries.flatMap((entry) => store.queue.recipients(entry.id));
    const paths = recipients.map(({ recipient }) => readRecipient(recipient).path);
    const underWay = recipients.some((one) => this.options.isUnderWay?.(one));
    store.transaction(() => {
      for (const entry of entries) store.queue.remove(entry.id);
      tell(this.options, id, `removed by hand for ${written(paths)}${underWay ? ', in the middle of an attempt' : ''}`);
    });
    return { from, recipients: paths.map(({ text }) => text), underWay };
  }

  private hasten(what: string | undefined): Array<{ name: string; messages: number }> {
    const { clock, store } = this.options;
    const { queue } = store;
    const now = clock.now();
    const entries = what === undefined ? [] : queue.named(what);
    if (entries.length > 0)
      return entries.flatMap(({ id }) => queue.hastenEntry(id, now).map((name) => ({ name, messages: 1 })));
    const asked = what?.toLowerCase();
    const names = queue.destinations().filter((name) => asked === undefined || name.toLowerCase() === asked);
    return names.map((name) => ({ name, messages: queue.hasten(name, now) }));
  }

  private seen(entries: readonly QueueEntry[]): Omit<QueuePage, 'next'> {
    const { store, clock, retries } = this.options;
    return { now: clock.now(), messages: entries.map((entry) => viewOf(store, retries, entry)) };
  }
}
