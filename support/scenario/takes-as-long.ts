/** Plays a dialogue with one value of `${who}` and with another, by turns and each time in a new session, and compares the times. */
import { Mismatch, NotApplicable, OutcomeError } from '../outcome';
import { difference, ENOUGH, FEWEST, type Pair } from './as-long';
import type { Stage } from './stage';
import type { Start } from './starts';

/** Milliseconds after which no further pair is begun. */
const PATIENCE = 20_000;

interface Trial {
  start: Start;
  dialogue: string;
  mediaType: string;
}

/** @throws Mismatch where they differ; NotApplicable where too few tries were to be had */
export async function checkTakesAsLong(stage: Stage, trial: Trial, words: [string, string]): Promise<void> {
  const pairs: Pair[] = [];
  const end = performance.now() + PATIENCE;
  while (pairs.length < ENOUGH && performance.now() < end && !stage.over) {
    const pair = await tryBoth(stage, trial, words, pairs.length % 2 === 1).catch((error) => {
      // One that was answered as it should be, and now is not: the server has had enough.
      if (pairs.length > 0 && error instanceof OutcomeError) return undefined;
      throw error;
    });
    if (pair === undefined) break;
    pairs.push(pair);
  }
  if (stage.over) return;
  if (pairs.length < FEWEST) {
    throw new NotApplicable('too-slow', `needs ${FEWEST} tries of each to compare; the server took ${pairs.length}`);
  }
  const found = difference(pairs);
  if (found === undefined) return;
  const [first, second] = [found.first, found.second].map((time) => `${time.toFixed(1)} ms`);
  const [one, other] = words.map((word) => stage.scope.expand(word).toString());
  throw new Mismatch(
    'takes-longer',
    `with ${one} it takes ${first}, with ${other} ${second} (medians of ${pairs.length})`,
  );
}

async function tryBoth(stage: Stage, trial: Trial, words: [string, string], turned: boolean): Promise<Pair> {
  const [first, second] = turned ? [words[1], words[0]] : words;
  const times = [await time(stage, trial, first), await time(stage, trial, second)] as const;
  return turned ? [times[1], times[0]] : times;
}

async function time(stage: Stage, { start, dialogue, mediaType }: Trial, word: string): Promise<number> {
  await stage.openSession(start);
  stage.scope.set('who', stage.scope.expand(word));
  const began = performance.now();
  await stage.play(dialogue, mediaType);
  return performance.now() - began;
}
