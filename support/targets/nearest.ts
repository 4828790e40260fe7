import { distance } from 'fastest-levenshtein';

/** The known word that a mistyped one was probably meant to be; undefined when none is close. */
export function nearest(word: string, known: readonly string[]): string | undefined {
  const ranked = known.map((candidate) => ({
    candidate,
    steps: distance(word.toLowerCase(), candidate.toLowerCase()),
  }));
  const best = ranked.sort((a, b) => a.steps - b.steps)[0];
  return best !== undefined && best.steps <= Math.ceil(word.length / 3) ? best.candidate : undefined;
}

/** What to write instead of a word that is not known: the nearest, or where all of them stand. @param all `there are a, b and c` */
export function insteadOf(word: string, known: readonly string[], all: string): string {
  const close = nearest(word, known);
  return close === undefined ? all : `did you mean ${close}?`;
}
