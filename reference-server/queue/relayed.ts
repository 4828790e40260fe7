/**
 * Tells a sender who asked for it that the message went to a server that does not report (RFC 3461 §5.2.2 (b)), or into a mailbox here; and that it
 * went on without its time, or where a trace was asked for (RFC 2852 §4.1.4).
 */

import type { DeliverBy } from '../delivery/mail';
import type { DeliveryParts } from '../delivery/parts';
import type { Subject } from '../delivery/report/news';
import { sendReport } from '../delivery/send-report';
import type { Failure } from './failure';

/** Within the store's present transaction. @param subject read only where something is due; @param delivered handed on, or in a mailbox */
export function reportRelayed(
  parts: DeliveryParts,
  subject: () => Subject,
  delivered: readonly Failure[],
  time: DeliverBy | undefined,
): void {
  const news = delivered.flatMap(({ recipient, at, outcome: { status, remote, diagnostic, notifies, timeLost } }) => {
    const here = recipient.mailbox !== undefined;
    const unasked = !here && (time?.trace || timeLost);
    if (notifies && !unasked) return [];
    const action = here ? 'delivered' : 'relayed';
    return [{ recipient, action, status, remote, diagnostic, lastAttempt: at, unasked } as const];
  });
  if (news.some((one) => parts.reports.isDue(one))) sendReport(parts, subject(), news);
}
