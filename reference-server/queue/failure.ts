/** Tells a sender that the message could not be delivered (RFC 5321 §6.1, RFC 3461 §5.2.6). */

import type { RemoteRecipient } from '../delivery/mail';
import type { DeliveryParts } from '../delivery/parts';
import type { Subject } from '../delivery/report/news';
import { sendReport } from '../delivery/send-report';
import type { Outcome } from '../relay/outcome';

export interface Failure {
  readonly recipient: RemoteRecipient;
  readonly outcome: Outcome;
  /** When it was last tried, if ever, in milliseconds since 1970. */
  readonly at: number | undefined;
}

/** Within the store's present transaction. */
export function reportFailures(parts: DeliveryParts, subject: Subject, failures: readonly Failure[]): void {
  const news = failures.map(({ recipient, at, outcome: { status, why, remote, diagnostic } }) => {
    return { recipient, action: 'failed', status, why, remote, diagnostic, lastAttempt: at } as const;
  });
  sendReport(parts, subject, news);
}
