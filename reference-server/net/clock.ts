/** What time it is: injected, so that days pass in milliseconds. */

export interface Clock {
  /** Milliseconds since 1970, UTC. */
  now(): number;
  /** Calls back after so many milliseconds of this clock; returns what cancels it. */
  after(milliseconds: number, callback: () => void): () => void;
}

/** Longest span that setTimeout takes. */
const LONGEST = 0x7fffffff;

/** A clock of real time whose timers do not keep the process alive. */
export function systemClock(): Clock {
  return {
    now: Date.now,
    after(milliseconds, callback) {
      let timer: NodeJS.Timeout;
      const arm = (left: number) => {
        const span = Math.min(left, LONGEST);
        timer = setTimeout(() => (left > span ? arm(left - span) : callback()), span);
        timer.unref();
      };
      arm(milliseconds);
      return () => clearTimeout(timer);
    },
  };
}
