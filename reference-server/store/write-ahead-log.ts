/**
 * Brings to disk what SQLite has written to its write-ahead log and not flushed. That waits for the disk, so it is left to another thread:
 * meanwhile this one goes on, and whoever comes by then shares the next flush.
 */

import { close, fdatasync, openSync } from 'node:fs';
import { promisify } from 'node:util';
import { StoreError } from './error';

const flush = promisify(fdatasync);

/** Milliseconds of real time after which what nobody waits for is flushed too. */
const SOON = 100;

export class WriteAheadLog {
  private descriptor: number | undefined;
  private present: Promise<void> | undefined;
  private next: Promise<void> | undefined;
  private timer: NodeJS.Timeout | undefined;

  /** @param file that of the database; its log is beside it from the first transaction on */
  constructor(private readonly file: string) {}

  /** Whether the disk is at work. */
  get busy(): boolean {
    return this.present !== undefined;
  }

  /** Resolves when all that was committed before is on disk. */
  flushed(): Promise<void> {
    if (!this.present) return this.begin();
    this.next ??= this.settled().then(() => {
      this.next = undefined;
      return this.begin();
    });
    return this.next;
  }

  /** Sees to it that what was committed gets on disk, without anybody who waits for it. */
  flushSoon(): void {
    this.timer ??= setTimeout(() => {
      this.timer = undefined;
      // Whoever waits for the next flush hears that there is no disk any more.
      this.flushed().catch(() => {});
    }, SOON).unref();
  }

  /** Resolves when the disk is not at work. */
  settled(): Promise<void> {
    return this.present?.catch(() => {}) ?? Promise.resolve();
  }

  /** Nothing more is asked for; what was is still done. */
  close(): void {
    clearTimeout(this.timer);
    const { descriptor } = this;
    const last = this.next ?? this.present ?? Promise.resolve();
    if (descriptor !== undefined) void last.catch(() => {}).then(() => close(descriptor));
  }

  private begin(): Promise<void> {
    clearTimeout(this.timer);
    this.timer = undefined;
    const present = this.flush().finally(() => {
      this.present = undefined;
    });
    this.present = present;
    return present;
  }

  private async flush(): Promise<void> {
    try {
      // For writing, though nothing is written: Windows flushes nothing else.
      this.descriptor ??= openSync(`${this.file}-wal`, 'r+');
      await flush(this.descriptor);
    } catch (error) {
      throw new StoreError('unavailable', (error as Error).message, error);
    }
  }
}
