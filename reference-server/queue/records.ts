/** Envelopes and recipients as the store keeps them. */

import type { Envelope, RemoteRecipient } from '../delivery/mail';

export type KeptEnvelope = Omit<Envelope, 'recipients'>;

export function writeEnvelope({ reversePath, body, utf8, declaredSize, returnContent, envelopeId }: Envelope): string {
  const kept: KeptEnvelope = {
    reversePath,
    body,
    utf8,
    declaredSize,
    ...(returnContent === undefined ? {} : { returnContent }),
    ...(envelopeId === undefined ? {} : { envelopeId }),
  };
  return JSON.stringify(kept);
}

export function readEnvelope(text: string): KeptEnvelope {
  return JSON.parse(text) as KeptEnvelope;
}

export function writeRecipient(recipient: RemoteRecipient): string {
  return JSON.stringify(recipient);
}

export function readRecipient(text: string): RemoteRecipient {
  return JSON.parse(text) as RemoteRecipient;
}
