/** The machine's own clock. */

import type { Clock } from '../options';

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
