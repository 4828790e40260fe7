/**
 * Plays act after act, each on emptied mailboxes, until something disagrees or it is enough. An act is short, so that what went wrong in it
 * can be played again and made shorter.
 */
import type { Target } from '../targets/target';
import type { Finding } from './finding';
import { plan } from './plan';
import { type Played, play } from './play';
import { shrink } from './shrink';
import type { Step } from './step';

/** Steps of one act. */
const ACT = 120;
/** Plays that a finding is made shorter by, at the most. */
const MOST_PLAYS = 300;

export interface SoakOptions {
  seed: number;
  sessions: number;
  /** Whether it is over, after so many steps. */
  enough(steps: number): boolean;
  /** Whether a finding ends it; others are noted. */
  ends(found: Finding): boolean;
  /** Somebody wants it to end now. */
  stop?: () => boolean;
  /** Told of each act, with the steps in all. */
  progress?: (act: number, steps: number) => void;
}

export interface Found {
  finding: Finding;
  /** The shortest play that was seen to end with it. */
  steps: Step[];
  /** How many there were when it was found. */
  before: number;
  /** False where it did not come again: then it hangs on the order in which the server did what came at once. */
  again: boolean;
  /** The play of these steps, for its dialogue. */
  played: Played;
}

export interface Soaked {
  steps: number;
  acts: number;
  found?: Found;
  /** What did not end it, each kind once. */
  noted: Map<string, { finding: Finding; times: number }>;
}

/** @throws TargetError, Blocked where the target is out of reach */
export async function soak(target: Target, options: SoakOptions): Promise<Soaked> {
  const { seed, sessions, enough, ends, stop = () => false } = options;
  const soaked: Soaked = { steps: 0, acts: 0, noted: new Map() };
  while (!enough(soaked.steps) && !stop()) {
    const before = soaked.steps;
    let played = 0;
    const act = seedOf(seed, soaked.acts++);
    const result = await play(target, {
      sessions,
      ends,
      steps: function* (offers) {
        for (const step of plan(act, sessions, offers)) {
          if (played >= ACT || enough(before + played)) break;
          played++;
          yield step;
        }
        yield { session: 0, do: 'check' };
      },
      stop,
    });
    soaked.steps += played;
    for (const [kind, { finding, times }] of result.noted) {
      const known = soaked.noted.get(kind);
      soaked.noted.set(kind, { finding: known?.finding ?? finding, times: times + (known?.times ?? 0) });
    }
    options.progress?.(soaked.acts, soaked.steps);
    if (result.finding !== undefined) {
      soaked.found = await shorten(target, result, options);
      break;
    }
  }
  return soaked;
}

/** Plays these steps, and no others. */
export async function replay(
  target: Target,
  steps: readonly Step[],
  { sessions, ends }: Pick<SoakOptions, 'sessions' | 'ends'>,
): Promise<Played> {
  return await play(target, { sessions, ends, steps: () => steps });
}

async function shorten(target: Target, whole: Played, { sessions, ends, stop }: SoakOptions): Promise<Found> {
  let last = whole;
  const shrunk = await shrink(whole.steps, whole.finding!, {
    most: MOST_PLAYS,
    stop,
    again: async (steps) => {
      const played = await replay(target, steps, {
        sessions,
        ends: (found) => found.kind === whole.finding!.kind || ends(found),
      });
      if (played.finding?.kind === whole.finding!.kind) last = played;
      return played.finding;
    },
  });
  const before = whole.steps.length;
  if (shrunk === undefined) return { finding: whole.finding!, steps: whole.steps, before, again: false, played: whole };
  return { finding: shrunk.finding, steps: shrunk.steps, before, again: true, played: last };
}

/** Each act has a seed of its own; the first has the one that was given. */
function seedOf(seed: number, act: number): number {
  return (seed + Math.imul(act, 0x9e3779b1)) >>> 0;
}
