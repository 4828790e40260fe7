import type { Thread, Threading } from './threads';

/**
 * The conversations of a mailbox as they were asked for last: who reads them page by page asks for all of them each time, and messages never
 * change in what they are put together by.
 */
export class LastThreads {
  private last: { threading: Threading; uids: readonly number[]; threads: readonly Thread[] } | undefined;

  /** Those of these messages, where they were the last that were put together, and in this way. */
  of(threading: Threading, uids: readonly number[]): readonly Thread[] | undefined {
    const { last } = this;
    return last?.threading === threading && same(last.uids, uids) ? last.threads : undefined;
  }

  keep(threading: Threading, uids: readonly number[], threads: readonly Thread[]): void {
    this.last = { threading, uids, threads };
  }

  forget(): void {
    this.last = undefined;
  }
}

function same(some: readonly number[], others: readonly number[]): boolean {
  return some.length === others.length && some.every((uid, place) => uid === others[place]);
}
