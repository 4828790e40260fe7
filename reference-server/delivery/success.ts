/** Tells a sender who asked for it that the message was delivered, or went to all behind an alias (RFC 3461 §5.2.3, §5.2.7.3). */

import type { Addressee, Mail } from './mail';
import type { DeliveryParts } from './parts';
import { sendReport } from './send-report';

export interface Succeeded {
  /** Those into whose mailboxes it went. */
  readonly delivered: readonly Addressee[];
  /** Those in whose place it went, or goes, to several others. */
  readonly expanded: readonly Addressee[];
}

/** One report for those that asked. The message is delivered, whatever becomes of it. */
export async function reportSuccess(
  parts: DeliveryParts,
  { id, envelope }: Pick<Mail, 'id' | 'envelope'>,
  { delivered, expanded }: Succeeded,
  content: Buffer,
): Promise<void> {
  if (!envelope.recipients.some(({ notify }) => notify)) return;
  const now = parts.clock.now();
  const done = { status: '2.0.0', lastAttempt: now };
  const news = [
    ...delivered.map((recipient) => ({ recipient, action: 'delivered', ...done }) as const),
    ...expanded.map((recipient) => ({ recipient, action: 'expanded', ...done }) as const),
  ];
  if (!news.some((one) => parts.reports.isDue(one))) return;
  try {
    await parts.store.grouped(() => sendReport(parts, { name: id, envelope, arrived: now, content }, news));
  } catch (error) {
    parts.log(`dsn: the report on ${id} was not stored: ${error}`);
  }
}
