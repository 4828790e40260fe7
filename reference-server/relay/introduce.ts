/** How a session with another server begins: greeting, EHLO, and TLS and login as they are wanted. */

import { Interrupted } from '../net/interrupted';
import { type Dialogue, Unprotected } from './dialogue';
import type { Smarthost } from './options';
import type { Protection } from './protection';

/** TLS was begun and came to nothing: it is tried again without, where that is allowed (RFC 7435 §3). */
export class TlsFailed extends Error {}

/** Throws Unusable (Unprotected), TlsFailed, and what the dialogue throws. */
export async function introduce(
  dialogue: Dialogue,
  { use, judge }: Protection,
  { user, password }: Partial<Smarthost> = {},
): Promise<void> {
  await dialogue.begin();
  if (use !== 'none' && dialogue.offers.has('STARTTLS')) await secure(dialogue, judge);
  if (use === 'required' && !dialogue.connection.secure) throw new Unprotected('offers no TLS');
  if (user === undefined || password === undefined) return;
  await dialogue.logIn(user, password);
}

async function secure(dialogue: Dialogue, judge: Protection['judge']): Promise<void> {
  try {
    await dialogue.startTls(judge);
  } catch (error) {
    throw error instanceof Interrupted ? new TlsFailed('TLS came to nothing', { cause: error }) : error;
  }
}
