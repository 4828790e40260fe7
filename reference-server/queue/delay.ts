/** Tells a sender that a message still waits (RFC 3461 §5.2.5, RFC 3464 §2.3.3). */

import type { DeliveryParts } from '../delivery/parts';
import type { Subject } from '../delivery/report/news';
import { sendReport } from '../delivery/send-report';
import type { Failure } from './failure';

/** Within the store's present transaction. @param delays what was in the way the last time */
export function reportDelays(
  parts: DeliveryParts,
  subject: Subject,
  delays: readonly Failure[],
  willRetryUntil: number,
): void {
  const news = delays.map(({ recipient, at, outcome: { status, why, remote, diagnostic } }) => {
    return { recipient, action: 'delayed', status, why, remote, diagnostic, lastAttempt: at, willRetryUntil } as const;
  });
  sendReport(parts, subject, news);
}
