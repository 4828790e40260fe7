/** Greylisting (RFC 6647): who is new is put off once; who means it comes again. */

import { isIPv4 } from 'node:net';
import { type Reply, reply } from '../delivery/reply';
import type { Clock } from '../net/clock';
import { remember } from '../net/remember';
import type { Visit } from './visit';

export interface GreylistOptions {
  /** Milliseconds after the first attempt from which another one is taken; a minute, when absent (RFC 6647 §5). */
  from?: number;
  /** Milliseconds after which an attempt is a first one again; a day, when absent. */
  until?: number;
  /** Milliseconds without a word after which who was let in is forgotten; 36 days, when absent. */
  keep?: number;
  /** Whether who came again is known from then on, whatever the envelope; true, when absent. */
  clients?: boolean;
}

interface Entry {
  first: number;
  last: number;
  isKnown: boolean;
}

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
/** More are forgotten, which costs their senders another wait. */
const MOST = 100_000;
/** RFC 6647 §5: of 4yz, the choice where the connection stays. */
const LATER = reply(450, '4.7.1', 'You are new here; try again later');

export class Greylist {
  private readonly entries = new Map<string, Entry>();
  private readonly range: Required<GreylistOptions>;

  constructor(
    private readonly clock: Clock,
    options: GreylistOptions,
  ) {
    this.range = { from: MINUTE, until: DAY, keep: 36 * DAY, clients: true, ...options };
  }

  /** What puts it off: the first recipient of a transaction decides for the others (RFC 6647 §5). */
  refusal(visit: Visit, recipient: string): Reply | undefined {
    visit.greeted ??= { refusal: this.judged(visit, recipient) };
    return visit.greeted.refusal;
  }

  judged(visit: Visit, recipient: string): Reply | undefined {
    const now = this.clock.now();
    const client = this.current(this.clientOf(visit), now);
    if (client) return this.welcome(client, now);
    const key = this.keyOf(visit, recipient);
    const entry = this.current(key, now);
    if (entry?.isKnown) return this.welcome(entry, now);
    if (!entry) remember(this.entries, key, { first: now, last: now, isKnown: false }, MOST);
    if (!entry || now < entry.first + this.range.from) return LATER;
    entry.isKnown = true;
    if (this.range.clients) remember(this.entries, this.clientOf(visit), { ...entry }, MOST);
    return this.welcome(entry, now);
  }

  /** RFC 6647 §5: a whole network, since senders with several hosts come from another one the next time. */
  clientOf({ address }: Visit): string {
    return isIPv4(address) ? address.replace(/\.\d+$/, '.0/24') : `${address.split(':').slice(0, 4).join(':')}::/64`;
  }

  keyOf(visit: Visit, recipient: string): string {
    return `${this.clientOf(visit)} <${visit.reversePath.text}> <${recipient}>`;
  }

  /** What is known of it and not too old. */
  current(key: string, now: number): Entry | undefined {
    const entry = this.entries.get(key);
    const isOver = entry && now > (entry.isKnown ? entry.last + this.range.keep : entry.first + this.range.until);
    return isOver ? undefined : entry;
  }

  private welcome(entry: Entry, now: number): undefined {
    entry.last = now;
  }
}
