/** Mistakes with TLS: what came in clear text behind the command that begins it is carried out under it (CVE-2011-0411). */

import { setTimeout as wait } from 'node:timers/promises';
import type { Connection } from '../../reference-server/net/connection';

/** Shakes hands, and keeps for afterwards what had come before; the right server throws it away (RFC 3207 §4.2). */
export async function keepingInput<T>(connection: Connection, shakeHands: () => Promise<T>): Promise<T> {
  const kept = await connection.readExactly(connection.buffered);
  const result = await shakeHands();
  connection.unread(kept);
  return result;
}

/** The same with what comes a moment later, before the handshake has begun. */
export async function keepingMore<T>(connection: Connection, shakeHands: () => Promise<T>): Promise<T> {
  await wait(50);
  return await keepingInput(connection, shakeHands);
}

/** The same with the beginning of a line alone. */
export async function keepingHalfALine<T>(connection: Connection, shakeHands: () => Promise<T>): Promise<T> {
  const came = await connection.readExactly(connection.buffered);
  const result = await shakeHands();
  connection.unread(came.subarray(came.lastIndexOf('\n') + 1));
  return result;
}
