/** When what failed is tried again, told of and given up (RFC 5321 §4.5.4.1). */

export interface RetriesOptions {
  /** Milliseconds. */
  readonly retry: number;
  readonly giveUp: number;
  /** After which a sender hears that the message still waits; each once. */
  readonly delayNotice: readonly number[];
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** RFC 5321 §4.5.4.1: at least 30 minutes, and four to five days. */
export const DEFAULT_RETRIES: RetriesOptions = { retry: 30 * MINUTE, giveUp: 5 * DAY, delayNotice: [4 * HOUR] };

/** What may be transient soon gets two more attempts; the rest come seldom. */
const SOON = 2;
const SELDOM = 5;

export class Retries {
  constructor(private readonly options: RetriesOptions) {}

  /** When it is tried again after so many attempts; undefined when it is given up. The last attempt is when the time is over. */
  next(attempts: number, arrived: number, now: number): number | undefined {
    const end = this.end(arrived);
    return now >= end ? undefined : Math.min(now + this.pause(attempts), end);
  }

  /** How long a message, or a destination that cannot be reached, is left alone after so many failures. */
  pause(failures: number): number {
    const { retry } = this.options;
    return failures <= SOON ? retry : SELDOM * retry;
  }

  /** When a message is given up. */
  end(arrived: number): number {
    return arrived + this.options.giveUp;
  }

  /** When the sender is told next that a message waits, or it is given up. */
  deadline(arrived: number, now: number): number {
    const notices = this.options.delayNotice.map((after) => arrived + after).filter((time) => time > now);
    return Math.min(...notices, this.end(arrived));
  }
}
