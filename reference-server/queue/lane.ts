/** What is due for one destination, message by message: a page of it is known, however much waits. */

import type { DueEntry, EntryId, MessageQueue, QueueDestination } from '../store/queue-types';

/** Recipients that are looked up at a time. */
const PAGE = 50;

export class Lane {
  readonly running = new Set<EntryId>();
  private ready: EntryId[] = [];
  private last: DueEntry | undefined;
  /** Nothing more was due when it was last looked up. */
  private drained = false;
  /** An attempt has ended since the destination was looked up. */
  private stale = false;

  constructor(
    private readonly queue: MessageQueue,
    private state: QueueDestination,
    private readonly connections: number,
  ) {}

  get name(): string {
    return this.state.name;
  }

  /** One that could not be reached is asked by one message whether it is back. */
  get failing(): boolean {
    return this.state.failures > 0;
  }

  /** The next message, if there is one and it may go now. */
  next(now: number): EntryId | undefined {
    if (this.stale) this.state = this.queue.destination(this.name) ?? { ...this.state, hold: 0, failures: 0 };
    this.stale = false;
    const most = this.failing ? 1 : this.connections;
    if (this.running.size >= most || this.state.hold > now) return undefined;
    for (;;) {
      if (this.ready.length === 0 && !this.read(now)) return undefined;
      const entry = this.ready.shift();
      if (entry === undefined || this.running.has(entry)) continue;
      this.running.add(entry);
      return entry;
    }
  }

  /** Something may be due that was not. */
  refresh(): void {
    this.drained = false;
  }

  /** An attempt is over, and the destination may be known better. */
  done(entry: EntryId): void {
    this.running.delete(entry);
    this.stale = true;
    this.refresh();
  }

  private read(now: number): boolean {
    if (this.drained) return false;
    const page = this.queue.dueFor(this.name, now, this.last, PAGE);
    this.drained = page.length < PAGE;
    // From the beginning the next time: what was not settled is still there.
    this.last = this.drained ? undefined : page.at(-1);
    this.ready = [...new Set(page.map(({ entry }) => entry))].filter((entry) => !this.running.has(entry));
    return true;
  }
}
