/** How many messages one client may hand in within a time: more are put off, and nobody else waits for it. */

import { type Reply, reply } from '../delivery/reply';
import type { Clock } from '../net/clock';
import { remember } from '../net/remember';
import type { Visit } from './visit';

export interface RateOptions {
  /** Transactions of one address. */
  messages: number;
  /** Milliseconds. */
  within: number;
}

const TOO_FAST = reply(450, '4.7.1', 'You are too fast; try again later');
const CLIENTS = 100_000;

export class Rate {
  private readonly times = new Map<string, number[]>();

  constructor(
    private readonly clock: Clock,
    private readonly options: RateOptions,
  ) {}

  /** What puts a transaction off; otherwise it counts. */
  refusal({ address }: Pick<Visit, 'address'>): Reply | undefined {
    const now = this.clock.now();
    const since = now - this.options.within;
    const recent = (this.times.get(address) ?? []).filter((time) => time > since);
    if (recent.length >= this.options.messages) return TOO_FAST;
    remember(this.times, address, [...recent, now], CLIENTS);
    return undefined;
  }
}
