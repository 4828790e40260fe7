/** Tells a sender who asked for it that the message went to a server that does not report (RFC 3461 §5.2.2 (b)), or into a mailbox here. */

import type { DeliveryParts } from '../delivery/parts';
import type { Subject } from '../delivery/report/news';
import { sendReport } from '../delivery/send-report';
import type { Failure } from './failure';

/** Within the store's present transaction. @param subject read only where something is due; @param relayed what was delivered to such a server */
export function reportRelayed(parts: DeliveryParts, subject: () => Subject, relayed: readonly Failure[]): void {
  const news = relayed.map(({ recipient, at, outcome: { status, remote, diagnostic } }) => {
    return {
      recipient,
      action: recipient.mailbox === undefined ? 'relayed' : 'delivered',
      status,
      remote,
      diagnostic,
      lastAttempt: at,
    } as const;
  });
  if (news.some((one) => parts.reports.isDue(one))) sendReport(parts, subject(), news);
}
