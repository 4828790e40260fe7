/** What is left of the time in which a message is to be delivered (RFC 2852 §4.1.4). */

import type { DeliverBy, Envelope } from '../delivery/mail';
import type { Offers } from './offers';
import { type Outcome, refused } from './outcome';

/** RFC 2852 §4. */
const MOST = 999_999_999;

/** Seconds; negative when it is over. */
export function secondsLeft({ at }: DeliverBy, now: number): number {
  return Math.max(-MOST, Math.min(MOST, Math.floor((at - now) / 1000)));
}

/** Why what is to come back when its time is over cannot go to this server, if it cannot (RFC 2852 §4.1.4.1). */
export function tooLateFor(
  { deliverBy }: Pick<Envelope, 'deliverBy'>,
  offers: Offers,
  remote: string,
  now: number,
): Outcome | undefined {
  if (deliverBy?.late !== 'return') return undefined;
  const left = secondsLeft(deliverBy, now);
  if (left < 1) return refused('5.4.7', 'its time is over');
  const offered = offers.get('DELIVERBY');
  if (!offered) return refused('5.3.3', `${remote} cannot be told until when it is to be delivered`);
  const least = Number.parseInt(offered[0] ?? '0', 10) || 0;
  return least > left ? refused('5.4.7', `${remote} needs ${least} seconds, and ${left} are left`) : undefined;
}

/** Whether this server goes on without knowing of a time that is not over yet (RFC 2852 §4.1.4.2). */
export function isTimeLost({ deliverBy }: Pick<Envelope, 'deliverBy'>, offers: Offers, now: number): boolean {
  return deliverBy !== undefined && !offers.has('DELIVERBY') && now < deliverBy.at;
}
