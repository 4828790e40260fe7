/** FUTURERELEASE (RFC 4865): a user hands a message in now that shall go later. */

import type { Hold } from '../../delivery/mail';
import { reply } from '../../delivery/reply';
import type { Extension, ParameterHandler } from '../extension';
import { SYNTAX } from '../reply';
import { isSubmission } from '../submission/port';
import type { Transaction } from '../transaction';

/** Seconds that a message may wait. */
const LONGEST = 30 * 24 * 60 * 60;

/** RFC 4865 §4.2 (10), (11). */
const TOO_LATE = reply(501, '5.5.4', `A message waits ${LONGEST} seconds at most`);
const TWICE = reply(501, '5.5.4', 'HOLDFOR and HOLDUNTIL are two times, and a message has one');

/** As the Internet writes times, in UTC (RFC 4865 §3 (4)). */
const DATE_TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]00:00)$/i;

/** @param read what the value says; the latest time is seen from now */
const holding =
  (read: (value: string, now: number) => Hold | undefined): ParameterHandler<Transaction> =>
  (transaction, value = '', { context }) => {
    const now = context.clock.now();
    const hold = read(value, now);
    if (!hold) return SYNTAX.arguments;
    if (hold.until > now + LONGEST * 1000) return TOO_LATE;
    if (transaction.hold) return TWICE;
    transaction.hold = hold;
    return undefined;
  };

export const futureRelease: Extension = {
  keyword: 'FUTURERELEASE',
  rfc: 'RFC 4865 §3',
  // RFC 4865 §4.2 (2). What waits is in the queue.
  offered: ({ name, context }) => isSubmission(name) && context.outgoing !== undefined,
  announce: ({ context }) => `${LONGEST} ${inSeconds(context.clock.now() + LONGEST * 1000)}`,
  longer: { MAIL: 34 },
  mailParameters: {
    HOLDFOR: holding((value, now) =>
      /^[1-9]\d{0,8}$/.test(value) ? { until: now + Number(value) * 1000, written: `for;${value}` } : undefined,
    ),
    // What is past goes at once: clocks differ.
    HOLDUNTIL: holding((value) => {
      const until = DATE_TIME.test(value) ? Date.parse(value.toUpperCase()) : Number.NaN;
      return Number.isNaN(until) ? undefined : { until, written: `until;${value}` };
    }),
  },
};

function inSeconds(time: number): string {
  return new Date(time).toISOString().replace(/\.\d+/, '');
}
