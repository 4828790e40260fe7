/** What time it is: injected, so that days pass in milliseconds. */

export interface Clock {
  /** Milliseconds since 1970, UTC. */
  now(): number;
  /** Calls back after so many milliseconds of this clock; returns what cancels it. */
  after(milliseconds: number, callback: () => void): () => void;
}

/** A clock that goes by itself and can be put forward. */
export interface MovableClock extends Clock {
  /** Lets so many milliseconds pass at once: timers that fall due call back in their order, each at its own time. */
  advance(milliseconds: number): void;
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

interface Timer {
  readonly due: number;
  readonly callback: () => void;
  /** Stops the timer of the real clock that stands for it. */
  disarm: () => void;
}

/** The time of another clock, which can be put forward. */
export function movableClock(real: Clock = systemClock()): MovableClock {
  let ahead = 0;
  const timers = new Set<Timer>();
  const now = () => real.now() + ahead;
  const arm = (timer: Timer) => {
    timer.disarm = real.after(Math.max(timer.due - now(), 0), () => fire(timer));
  };
  const fire = (timer: Timer) => {
    timers.delete(timer);
    timer.disarm();
    timer.callback();
  };
  const nextUntil = (time: number) => [...timers].filter(({ due }) => due <= time).sort((a, b) => a.due - b.due)[0];
  return {
    now,
    after(milliseconds, callback) {
      const timer: Timer = { due: now() + milliseconds, callback, disarm: () => {} };
      timers.add(timer);
      arm(timer);
      return () => {
        timers.delete(timer);
        timer.disarm();
      };
    },
    advance(milliseconds) {
      const target = now() + milliseconds;
      for (let timer = nextUntil(target); timer; timer = nextUntil(target)) {
        ahead += Math.max(timer.due - now(), 0);
        fire(timer);
      }
      ahead += Math.max(target - now(), 0);
      for (const timer of timers) {
        timer.disarm();
        arm(timer);
      }
    },
  };
}
