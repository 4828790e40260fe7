/** Who is tried next: destinations in turn, each a few messages at once, so that one with a hundred thousand holds up nobody. */

import type { EntryId, MessageQueue } from '../store/queue-types';
import { Lane } from './lane';

/** Attempts at once (RFC 5321 §4.5.4.1: some limit may be appropriate). */
const MOST = 100;
/** Of these, for destinations that could not be reached the last time: they take long to say so again. */
const MOST_FAILING = MOST / 2;

export interface Turn {
  readonly destination: string;
  readonly entry: EntryId;
}

export class Lanes {
  private readonly lanes = new Map<string, Lane>();
  private running = 0;
  /** There may be some beyond the lanes that are ready, nobody knows which. */
  private unseen = true;
  /** There is something for these. */
  private readonly told = new Set<string>();

  constructor(
    private readonly queue: MessageQueue,
    /** At once for one destination. */
    private readonly connections: number,
  ) {}

  /** Those that may go now; `done` is called for each. */
  next(now: number): Turn[] {
    this.open(now);
    const turns: Turn[] = [];
    while (this.running < MOST) {
      const turn = this.one(now);
      if (!turn) break;
      turns.push(turn);
      this.running++;
    }
    for (const [name, { running }] of this.lanes) if (running.size === 0) this.lanes.delete(name);
    return turns;
  }

  done({ destination, entry }: Turn): void {
    this.running--;
    this.lanes.get(destination)?.done(entry);
  }

  isRunning({ destination, entry }: Turn): boolean {
    return this.lanes.get(destination)?.running.has(entry) ?? false;
  }

  /** Something may be due that was not, for these destinations or any. */
  refresh(destinations?: Iterable<string>): void {
    if (!destinations) this.unseen = true;
    for (const name of destinations ?? this.lanes.keys()) {
      const lane = this.lanes.get(name);
      if (lane) lane.refresh();
      else this.told.add(name);
    }
  }

  /** Looks through the destinations only where something may have changed that it was not told by name: most messages come one by one. */
  private open(now: number): void {
    const told = [...this.told];
    this.told.clear();
    if (!this.unseen) for (const name of told) this.openTold(name, now);
    if (!this.unseen) return;
    this.unseen = false;
    const failing = [...this.lanes.values()].filter((lane) => lane.failing).length;
    this.add(now, false, MOST - this.running);
    this.add(now, true, Math.min(MOST_FAILING - failing, MOST - this.running));
  }

  private openTold(name: string, now: number): void {
    const destination = this.queue.destination(name);
    if (!destination || Math.max(destination.due, destination.hold) > now) return;
    // For the others there may be no room now.
    if (destination.failures > 0 || this.lanes.size >= MOST) this.unseen = true;
    else this.lanes.set(name, new Lane(this.queue, destination, this.connections));
  }

  private add(now: number, failing: boolean, most: number): void {
    const found = most <= 0 ? [] : this.queue.ready(now, failing, [...this.lanes.keys()], most);
    // There may be more of them, for whom there is no room now.
    if (found.length >= most) this.unseen = true;
    for (const destination of found)
      this.lanes.set(destination.name, new Lane(this.queue, destination, this.connections));
  }

  /** Of the destination that has least. */
  private one(now: number): Turn | undefined {
    const inTurn = [...this.lanes.values()].sort((a, b) => a.running.size - b.running.size);
    for (const lane of inTurn) {
      const entry = lane.next(now);
      if (entry !== undefined) return { destination: lane.name, entry };
    }
    return undefined;
  }
}
