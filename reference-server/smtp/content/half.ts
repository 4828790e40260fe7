/** Content on which the connection may be lost. */

import { Interrupted } from '../../net/interrupted';
import type { Session } from '../session';
import type { Transaction } from '../transaction';
import { acceptContent } from './accept';

/**
 * Reads the rest of a message. Half a message is nobody's (RFC 5321 §4.1.1.10), unless the server is mistaken: then `half` says what has
 * come. Throws what `read` throws.
 */
export async function readWhole(
  session: Session,
  transaction: Transaction,
  read: () => Promise<void>,
  half: () => readonly Buffer[],
): Promise<void> {
  try {
    await read();
  } catch (error) {
    const delivers = error instanceof Interrupted && session.rules.deliversHalfMessages;
    if (delivers) await acceptContent(session, transaction, half());
    throw error;
  }
}
