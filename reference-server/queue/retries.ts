/** When what failed is tried again (RFC 5321 §4.5.4.1). */

export interface RetriesOptions {
  /** Milliseconds. */
  readonly retry: number;
  readonly giveUp: number;
}

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** RFC 5321 §4.5.4.1: at least 30 minutes, and four to five days. */
export const DEFAULT_RETRIES: RetriesOptions = { retry: 30 * MINUTE, giveUp: 5 * DAY };

/** What may be transient soon gets two more attempts; the rest come seldom. */
const SOON = 2;
const SELDOM = 5;

export class Retries {
  constructor(private readonly options: RetriesOptions) {}

  /** When it is tried again after so many attempts; undefined when it is given up. The last attempt is when the time is over. */
  next(attempts: number, arrived: number, now: number): number | undefined {
    const { retry, giveUp } = this.options;
    const end = arrived + giveUp;
    if (now >= end) return undefined;
    return Math.min(now + (attempts <= SOON ? retry : SELDOM * retry), end);
  }
}
