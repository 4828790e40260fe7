/** Hands a letter in (RFC 6409). */

import { createTransport } from 'nodemailer';
import type { Click } from '../dialogue/click';
import { smtpLogger } from '../dialogue/loggers';
import { type Place, trustOf } from '../options';
import { envelopeOf, type Letter, type streamOf } from './letter';

export interface Posting {
  place: Place;
  user: string;
  password: string;
  click: Click;
  patience: number;
  /** Writes it down. */
  streamOf: typeof streamOf;
}

/** What the server said to it. */
export type Posted =
  | { readonly taken: true; readonly refused: readonly string[] }
  | { readonly taken: false; readonly why: 'login-refused' | 'unreachable' | 'refused'; readonly answer: string };

export async function post(
  letter: Letter,
  { place, user, password, click, patience, streamOf }: Posting,
): Promise<Posted> {
  const transport = createTransport({
    host: place.host,
    port: place.port,
    secure: place.tls === 'implicit',
    requireTLS: place.tls === 'required',
    ignoreTLS: place.tls === 'none',
    tls: { ...trustOf(place), ...(place.servername !== undefined && { servername: place.servername }) },
    auth: { user, pass: password },
    logger: smtpLogger(click),
    debug: true,
    connectionTimeout: patience,
    greetingTimeout: patience,
    socketTimeout: patience,
  });
  try {
    const to = envelopeOf(letter);
    const done = await transport.sendMail({
      envelope: { from: letter.from.address, to },
      raw: streamOf(letter, { bcc: false }),
    });
    return { taken: true, refused: done.rejected.map(String) };
  } catch (error) {
    const { code, response, message } = error as Error & { code?: string; response?: string };
    if (code === 'EAUTH') return { taken: false, why: 'login-refused', answer: response ?? message };
    if (response !== undefined) return { taken: false, why: 'refused', answer: response };
    return { taken: false, why: code === 'EENVELOPE' ? 'refused' : 'unreachable', answer: message };
  } finally {
    transport.close();
  }
}
