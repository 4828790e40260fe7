/** Work that shares transactions and flushes: whoever is about to come while others wait, or while the disk is at work, joins them. */

import { StoreError } from './error';
import type { WriteAheadLog } from './write-ahead-log';

/** Turns of the event loop without a newcomer after which a group is complete: three cost one delivery some microseconds. */
const QUIET_TURNS = 2;

interface Waiting {
  work: () => unknown;
  /** It is told when it is on disk; else when it survives the process. */
  flushed: boolean;
  resolve: (value: never) => void;
  reject: (reason: unknown) => void;
}

interface Base {
  /** Commits what survives the process. */
  transaction<T>(work: () => T): T;
  /** What brings it to disk, where there is one. */
  log(): WriteAheadLog | undefined;
}

export class Groups {
  private waiting: Waiting[] = [];
  private closed = false;

  constructor(private readonly base: Base) {}

  join<T>(work: () => T, flushed: boolean): Promise<T> {
    return new Promise((resolve, reject) => {
      if (this.closed) throw gone();
      if (this.waiting.push({ work, flushed, resolve, reject }) === 1) this.gather(1, QUIET_TURNS);
    });
  }

  /** What waits is never done, and nothing more is. */
  abandon(): void {
    this.closed = true;
    for (const { reject } of this.waiting.splice(0)) reject(gone());
  }

  open(): void {
    this.closed = false;
  }

  /** Does what waits. */
  finish(): void {
    const batch = this.waiting;
    this.waiting = [];
    if (batch.length > 0) this.settle(batch, this.carryOut(batch));
  }

  close(): void {
    this.finish();
    this.closed = true;
  }

  /** Commits when nobody has joined the group for some turns of the event loop, and the disk has done what the last one gave it to do. */
  private gather(known: number, quietTurns: number): void {
    setImmediate(() => {
      const { length } = this.waiting;
      const log = this.base.log();
      if (length > known) this.gather(length, QUIET_TURNS);
      else if (quietTurns > 0) this.gather(length, quietTurns - 1);
      else if (log?.busy) void log.settled().then(() => this.gather(length, 0));
      else this.finish();
    });
  }

  private settle(batch: readonly Waiting[], fates: readonly PromiseSettledResult<unknown>[]): void {
    const log = this.base.log();
    const wanted = batch.some(({ flushed }, i) => flushed && fates[i]!.status === 'fulfilled');
    const onDisk = log && wanted ? log.flushed() : undefined;
    if (!wanted) log?.flushSoon();
    for (const [i, { flushed, resolve, reject }] of batch.entries()) {
      const fate = fates[i]!;
      if (fate.status === 'rejected') reject(fate.reason);
      else if (onDisk && flushed) onDisk.then(() => resolve(fate.value as never), reject);
      else resolve(fate.value as never);
    }
  }

  private carryOut(batch: readonly Waiting[]): PromiseSettledResult<unknown>[] {
    let thrown = false;
    const attempt = ({ work }: Waiting) => {
      try {
        return work();
      } catch (error) {
        thrown = true;
        throw error;
      }
    };
    try {
      return this.base.transaction(() => batch.map(attempt)).map((value) => ({ status: 'fulfilled', value }));
    } catch (reason) {
      // It undoes no other, and a full disk ends no other's transaction.
      return thrown ? batch.map((one) => this.apart(one)) : batch.map(() => ({ status: 'rejected', reason }));
    }
  }

  private apart({ work }: Waiting): PromiseSettledResult<unknown> {
    try {
      return { status: 'fulfilled', value: this.base.transaction(work) };
    } catch (reason) {
      return { status: 'rejected', reason };
    }
  }
}

function gone(): StoreError {
  return new StoreError('closed', 'the store is closed');
}
