/** Tells a sender that the message could not be delivered (RFC 5321 §6.1, RFC 3461 §6.2). */

import type { RemoteRecipient } from '../delivery/mail';
import type { DeliveryParts } from '../delivery/parts';
import { sendReport } from '../delivery/send-report';
import type { Outcome } from '../relay/outcome';
import { headerLength } from '../store/blobs';
import type { KeptEnvelope } from './records';

export interface Failure {
  readonly recipient: RemoteRecipient;
  readonly outcome: Outcome;
}

/** Octets of a message that is returned whole where nobody said whether it should be (RFC 3461 §4.3). */
const SMALL = 64 * 1024;

/** Within the store's present transaction. */
export function reportFailures(
  parts: DeliveryParts,
  { reversePath, envelopeId, returnContent }: KeptEnvelope,
  failures: readonly Failure[],
  message: Buffer,
): void {
  // RFC 3461 §4.1: who says nothing wants to know.
  const told = failures.filter(({ recipient: { notify } }) => !notify || notify.includes('FAILURE'));
  // RFC 5321 §6.1: a report on a report would never end.
  if (told.length === 0 || reversePath.text === '') return;
  const whole = returnContent === undefined ? message.length <= SMALL : returnContent === 'FULL';
  sendReport(parts, {
    reversePath,
    envelopeId,
    recipients: told.map(({ recipient: { path, originalRecipient }, outcome }) => ({
      final: path.text,
      original: originalRecipient,
      action: 'failed',
      status: outcome.status,
      why: outcome.why,
      ...(outcome.remote === undefined ? {} : { remote: outcome.remote }),
      ...(outcome.diagnostic === undefined ? {} : { diagnostic: outcome.diagnostic }),
    })),
    returned: { octets: whole ? message : message.subarray(0, headerLength(message)), whole },
  });
}
