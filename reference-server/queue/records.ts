/** Envelopes, recipients and outcomes as the store keeps them. */

import type { Envelope, RemoteRecipient } from '../delivery/mail';
import type { Subject } from '../delivery/report/news';
import type { Outcome } from '../relay/outcome';
import type { QueueEntry } from '../store/queue-types';
import type { Store } from '../store/types';

export type KeptEnvelope = Omit<Envelope, 'recipients'>;

/** What an attempt came to, and when. */
export interface Attempt {
  readonly at: number;
  readonly outcome: Outcome;
}

/** What JSON leaves out is undefined. */
export function writeEnvelope(envelope: Envelope): string {
  const { reversePath, body, utf8, declaredSize, returnContent, envelopeId, envelopeIdWritten } = envelope;
  const { hold, deliverBy, own, requireTls } = envelope;
  const kept: KeptEnvelope = { reversePath, body, utf8, declaredSize };
  return JSON.stringify({ ...kept, returnContent, envelopeId, envelopeIdWritten, hold, deliverBy, own, requireTls });
}

export function readEnvelope(text: string): KeptEnvelope {
  return JSON.parse(text) as KeptEnvelope;
}

/** When its way began, in milliseconds since 1970: what was held until then had all its time before it. */
export function began({ arrived, envelope }: Pick<QueueEntry, 'arrived' | 'envelope'>): number {
  return Math.max(arrived, readEnvelope(envelope).hold?.until ?? 0);
}

export function writeRecipient(recipient: RemoteRecipient): string {
  return JSON.stringify(recipient);
}

export function readRecipient(text: string): RemoteRecipient {
  return JSON.parse(text) as RemoteRecipient;
}

export function writeAttempt(attempt: Attempt): string {
  return JSON.stringify(attempt);
}

/** Undefined before the first attempt. */
export function readAttempt(text: string): Attempt | undefined {
  return text === '' ? undefined : (JSON.parse(text) as Attempt);
}

/** A message of the queue, as reports speak of it. */
export function subjectOf({ messages }: Store, { name, envelope, arrived, blob }: QueueEntry): Subject {
  return { name, envelope: readEnvelope(envelope), arrived, content: messages.content(blob) };
}
