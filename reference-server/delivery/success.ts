/** Tells a sender who asked for it that the message was delivered (RFC 3461 §5.2.2, §6.2). */

import { headerLength } from '../store/blobs';
import type { Addressee, Envelope } from './mail';
import type { DeliveryParts } from './parts';
import { sendReport } from './send-report';

/** Sends one report for those of the recipients that asked. */
export async function reportSuccess(
  parts: DeliveryParts,
  { reversePath, envelopeId }: Envelope,
  delivered: readonly Addressee[],
  message: Buffer,
): Promise<void> {
  const asked = delivered.filter(({ notify }) => notify?.includes('SUCCESS'));
  // No report about a report (RFC 3461 §6.1).
  if (asked.length === 0 || reversePath.text === '') return;
  await parts.store.grouped(() =>
    sendReport(parts, {
      reversePath,
      envelopeId,
      recipients: asked.map(({ path, originalRecipient }) => ({
        final: path.text,
        original: originalRecipient,
        action: 'delivered',
        status: '2.0.0',
      })),
      // RFC 3461 §4.3: only a failure returns the content.
      returned: { octets: message.subarray(0, headerLength(message)), whole: false },
    }),
  );
}
