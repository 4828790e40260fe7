/** How a session with another server begins: greeting, EHLO, and TLS and login as they are wanted. */

import { Interrupted } from '../net/interrupted';
import { type Dialogue, Unusable } from './dialogue';
import type { Smarthost } from './options';

/** TLS was begun and came to nothing: it is tried again without, where that is allowed (RFC 7435 §3). */
export class TlsFailed extends Error {}

/** A password is for the right eyes only. */
export function tlsUse(smarthost: Smarthost | undefined): NonNullable<Smarthost['tls']> {
  return smarthost?.tls ?? (smarthost?.password === undefined ? 'optional' : 'required');
}

/** Throws Unusable, TlsFailed, and what the dialogue throws. */
export async function introduce(
  dialogue: Dialogue,
  tls: NonNullable<Smarthost['tls']>,
  { user, password }: Partial<Smarthost> = {},
): Promise<void> {
  await dialogue.begin();
  if (tls !== 'none' && dialogue.offers.has('STARTTLS')) await secure(dialogue);
  if (tls === 'required' && !dialogue.connection.secure) throw new Unusable('offers no TLS');
  if (user === undefined || password === undefined) return;
  await dialogue.logIn(user, password);
}

async function secure(dialogue: Dialogue): Promise<void> {
  try {
    await dialogue.startTls();
  } catch (error) {
    throw error instanceof Interrupted ? new TlsFailed('TLS came to nothing', { cause: error }) : error;
  }
}
