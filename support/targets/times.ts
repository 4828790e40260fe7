/** How long things take that are the target's own affair, by the words of the target file. */
import type { Timing } from './target';

export function times({ retry, giveUp, silence, greylisting, greylistingEnds, rate }: Timing) {
  return { retry, 'give-up': giveUp, silence, greylisting, 'greylisting-ends': greylistingEnds, rate };
}
