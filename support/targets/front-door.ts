import type { Target } from './target';

/**
 * The service that takes mail for the target's users as it is: SMTP or, without it, LMTP. Submission is none: it may mend what it takes
 * (RFC 6409 §8), and a deliver command has no trace to show.
 */
export function frontDoor(target: Pick<Target, 'service'>): 'smtp' | 'lmtp' | undefined {
  return (['smtp', 'lmtp'] as const).find((name) => target.service(name) !== undefined);
}
