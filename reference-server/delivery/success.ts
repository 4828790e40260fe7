/** Tells a sender who asked for it that the message was delivered (RFC 3461 §5.2.3). */

import type { Addressee, Mail } from './mail';
import type { DeliveryParts } from './parts';
import { sendReport } from './send-report';

/** Sends one report for those of the recipients that asked. */
export async function reportSuccess(
  parts: DeliveryParts,
  { id, envelope }: Pick<Mail, 'id' | 'envelope'>,
  delivered: readonly Addressee[],
  content: Buffer,
): Promise<void> {
  const now = parts.clock.now();
  const news = delivered.map((recipient) => {
    return { recipient, action: 'delivered', status: '2.0.0', lastAttempt: now } as const;
  });
  await parts.store.grouped(() => sendReport(parts, { name: id, envelope, arrived: now, content }, news));
}
