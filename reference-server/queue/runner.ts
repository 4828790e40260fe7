/** Tries what is due, several destinations at once: one that is dead holds up nobody else. */

import type { DeliveryParts } from '../delivery/parts';
import type { Relay } from '../relay/relay';
import type { Outcomes } from '../relay/transaction';
import { type Job, jobsOf } from './jobs';
import { readEnvelope } from './records';
import type { Retries } from './retries';
import { settle } from './settle';

export interface RunnerOptions {
  readonly relay: Relay;
  readonly retries: Retries;
  /** Connections at once for one destination. */
  readonly connections: number;
}

/** Milliseconds until the store is tried again, where it could not be read or written. */
const PAUSE = 10_000;

export class Runner {
  private on = false;
  /** Whom somebody tries now, as entry and number. */
  private readonly busy = new Set<string>();
  private readonly perDestination = new Map<string, number>();
  private readonly running = new Set<Promise<void>>();
  private cancelTimer = () => {};
  private endWatch = () => {};

  constructor(
    private readonly parts: DeliveryParts,
    private readonly options: RunnerOptions,
  ) {}

  start(): void {
    this.on = true;
    this.endWatch = this.parts.store.queue.watch(() => setImmediate(() => this.wake()));
    this.wake();
  }

  /** Breaks off what is going on; it is tried again after the next start. Resolves when nothing touches the store any more. */
  async stop(): Promise<void> {
    this.on = false;
    this.endWatch();
    this.cancelTimer();
    this.options.relay.end();
    await Promise.all(this.running);
  }

  private wake(): void {
    if (!this.on) return;
    this.cancelTimer();
    let next: number;
    try {
      next = this.tryWhatIsDue();
    } catch (error) {
      this.parts.log(`queue: it could not be read: ${error}`);
      next = PAUSE;
    }
    this.cancelTimer = Number.isFinite(next) ? this.parts.clock.after(next, () => this.wake()) : () => {};
  }

  /** Gives the milliseconds until something more is due. */
  private tryWhatIsDue(): number {
    const { store, clock } = this.parts;
    const now = clock.now();
    const due = store.queue.due(now).filter(({ entry, number }) => !this.busy.has(`${entry} ${number}`));
    for (const job of jobsOf(due, (domain) => this.options.relay.destinationOf(domain))) {
      if (this.countOf(job.destination) < this.options.connections) this.run(job);
    }
    return (store.queue.nextDue(now) ?? Number.POSITIVE_INFINITY) - now;
  }

  private run(job: Job): void {
    const names = [...job.recipients.values()].map(({ entry, number }) => `${entry} ${number}`);
    for (const name of names) this.busy.add(name);
    this.perDestination.set(job.destination, this.countOf(job.destination) + 1);
    const done = this.carryOut(job)
      .catch((error) => this.parts.log(`queue: ${error instanceof Error ? error.stack : error}`))
      .finally(() => {
        for (const name of names) this.busy.delete(name);
        this.perDestination.set(job.destination, this.countOf(job.destination) - 1);
        if (this.countOf(job.destination) === 0) this.perDestination.delete(job.destination);
        this.running.delete(done);
        this.wake();
      });
    this.running.add(done);
  }

  private async carryOut(job: Job): Promise<void> {
    const { store, log } = this.parts;
    const entry = store.queue.entry(job.entry);
    if (!entry) return;
    const outcomes = await this.options.relay.attempt(job.domain, {
      name: entry.name,
      envelope: readEnvelope(entry.envelope),
      recipients: [...job.recipients.keys()],
      content: store.messages.content(entry.blob),
    });
    for (const [{ path }, { kind, why }] of outcomes) log(`queue: ${entry.name} to <${path.text}> ${kind}: ${why}`);
    await this.record(job, outcomes);
  }

  /** What was handed over must not be sent again because it could not be written down: that is tried until it works. */
  private async record(job: Job, outcomes: Outcomes): Promise<void> {
    const { store, clock, log } = this.parts;
    for (;;) {
      try {
        return await store.grouped(() => settle(this.parts, this.options.retries, job, outcomes));
      } catch (error) {
        log(`queue: what came of an attempt could not be written down: ${error}`);
        if (!this.on) return;
        await new Promise<void>((resolve) => clock.after(PAUSE, resolve));
      }
    }
  }

  private countOf(destination: string): number {
    return this.perDestination.get(destination) ?? 0;
  }
}
