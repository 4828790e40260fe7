/** Tells a sender who asked for it that the message was delivered (RFC 3461 §5.2.2, §6.2). */

import { headerLength } from '../store/blobs';
import { formatDate } from './date';
import { intoInboxes } from './inboxes';
import type { Envelope, Recipient } from './mail';
import type { DeliveryParts } from './parts';
import { buildReport } from './report';

/** Sends one report for those of the recipients that asked; a sender elsewhere is out of reach without a relay, which the log says. */
export async function reportSuccess(
  parts: DeliveryParts,
  { reversePath, envelopeId }: Envelope,
  delivered: readonly Recipient[],
  message: Buffer,
): Promise<void> {
  const asked = delivered.filter(({ notify }) => notify?.includes('SUCCESS'));
  // No report about a report (RFC 3461 §6.1).
  if (asked.length === 0 || reversePath.text === '') return;
  const { directory, domains, hostname, store, clock, random } = parts;
  const sender = directory.isLocal(reversePath.domain) && directory.resolve(reversePath.local, reversePath.domain);
  if (!sender) {
    parts.log(`dsn: <${reversePath.text}> asked for a report and is out of reach`);
    return;
  }
  const report = buildReport({
    hostname,
    from: `postmaster@${domains[0]}`,
    to: reversePath.text,
    date: formatDate(clock.now()),
    id: random(12).toString('hex'),
    envelopeId,
    recipients: asked.map(({ path, originalRecipient }) => ({
      final: path.text,
      original: originalRecipient,
      action: 'delivered',
      status: '2.0.0',
    })),
    // RFC 3461 §4.3: only a failure returns the content.
    returned: { octets: message.subarray(0, headerLength(message)), whole: false },
  });
  await intoInboxes(store, [sender], Buffer.concat([Buffer.from('Return-Path: <>\r\n'), report]), false);
}
