/** Tries what is due, tells of what waits, and gives up what has waited too long. */

import type { DeliveryParts } from '../delivery/parts';
import { tell, written } from '../delivery/story';
import type { Relay } from '../relay/relay';
import type { Outcomes } from '../relay/transaction';
import { keepDeadlines } from './deadlines';
import { deliverHere, HERE } from './here';
import { type Job, jobFor } from './job';
import { Lanes, type Turn } from './lanes';
import { readEnvelope } from './records';
import type { Retries } from './retries';
import { settle } from './settle';

export interface RunnerOptions {
  readonly relay: Pick<Relay, 'attempt' | 'destinationOf' | 'serves' | 'end'>;
  readonly retries: Retries;
  /** Connections at once for one destination. */
  readonly connections: number;
}

/** Milliseconds until the store is tried again, where it could not be read or written. */
const PAUSE = 10_000;

export class Runner {
  private on = false;
  private readonly lanes: Lanes;
  private readonly running = new Set<Promise<void>>();
  private readonly pauses = new Set<() => void>();
  private awake = false;
  /** When time alone gives something to do. */
  private nextEvent = Number.NEGATIVE_INFINITY;
  /** Something came by another way: it may have a time that is over. */
  private changed = false;
  private cancelTimer = () => {};
  private endWatch = () => {};

  constructor(
    private readonly parts: DeliveryParts,
    private readonly options: RunnerOptions,
  ) {
    this.lanes = new Lanes(parts.store.queue, options.connections);
  }

  start(): void {
    this.on = true;
    this.endWatch = this.parts.store.queue.watch((destinations) => {
      this.lanes.refresh(destinations);
      this.changed = true;
      this.wakeSoon();
    });
    this.timeHasCome();
  }

  /** Whether an attempt is going on. */
  isRunning(turn: Turn): boolean {
    return this.lanes.isRunning(turn);
  }

  /** Breaks off what is going on; it is tried again after the next start. Resolves when nothing touches the store any more. */
  async stop(): Promise<void> {
    this.on = false;
    this.endWatch();
    this.cancelTimer();
    this.options.relay.end();
    for (const end of this.pauses) end();
    await Promise.all(this.running);
  }

  /** Once, however many ask for it in this turn of the event loop. */
  private wakeSoon(): void {
    if (this.awake) return;
    this.awake = true;
    setImmediate(() => {
      this.awake = false;
      this.wake();
    });
  }

  private wake(): void {
    if (!this.on) return;
    this.cancelTimer();
    this.cancelTimer = () => {};
    const { clock, store, log } = this.parts;
    const now = clock.now();
    // Its timer may be late.
    const isTime = now >= this.nextEvent;
    if (isTime) this.lanes.refresh();
    this.nextEvent = now + PAUSE;
    try {
      const look = isTime || this.changed;
      this.changed = false;
      const more = look && keepDeadlines(this.parts, this.options.retries, (turn) => this.lanes.isRunning(turn));
      for (const turn of this.lanes.next(now)) this.run(turn);
      this.nextEvent = store.queue.nextEvent(now) ?? Number.POSITIVE_INFINITY;
      // What waits for its turn is no reason to look again: a turn that ends is.
      if (more) this.lookAgain();
    } catch (error) {
      log(`queue: it could not be read: ${error}`);
    }
    if (Number.isFinite(this.nextEvent)) this.cancelTimer = clock.after(this.nextEvent - now, () => this.timeHasCome());
  }

  private lookAgain(): void {
    this.changed = true;
    this.wakeSoon();
  }

  private timeHasCome(): void {
    this.nextEvent = Number.NEGATIVE_INFINITY;
    this.wake();
  }

  private run(turn: Turn): void {
    const done = this.carryOut(turn)
      .catch(async (error) => {
        this.parts.log(`queue: ${error instanceof Error ? error.stack : error}`);
        await this.pause();
      })
      .finally(() => {
        this.running.delete(done);
        this.lanes.done(turn);
        this.wakeSoon();
      });
    this.running.add(done);
  }

  private async carryOut(turn: Turn): Promise<void> {
    const { store, clock } = this.parts;
    const job = jobFor(store, turn, clock.now());
    if (!job) return;
    const { entry, domain, recipients } = job;
    const whom = written([...recipients.keys()].map(({ path }) => path));
    tell(this.parts, entry.name, `tried at ${job.destination} for ${whom}`);
    if (job.destination === HERE) return await this.record(job, () => deliverHere(this.parts, job));
    const outcomes = await this.options.relay.attempt(domain, {
      name: entry.name,
      envelope: readEnvelope(entry.envelope),
      recipients: [...recipients.keys()],
      content: store.messages.content(entry.blob),
    });
    await this.record(job, () => outcomes);
  }

  /** What was handed over must not be sent again because it could not be written down: that is tried until it works. */
  private async record(job: Job, outcomes: () => Outcomes): Promise<void> {
    const { store, log } = this.parts;
    for (;;) {
      try {
        return await store.noted(() => settle(this.parts, this.options.retries, job, outcomes()));
      } catch (error) {
        log(`queue: what came of an attempt could not be written down: ${error}`);
        if (!this.on) return;
        await this.pause();
      }
    }
  }

  /** Ends sooner when the runner is stopped. */
  private pause(): Promise<void> {
    if (!this.on) return Promise.resolve();
    return new Promise((resolve) => {
      const end = () => {
        cancel();
        this.pauses.delete(end);
        resolve();
      };
      const cancel = this.parts.clock.after(PAUSE, end);
      this.pauses.add(end);
    });
  }
}
