/** How connections are let go of at the end of a scenario. */
import type { Session } from '../dialogue/session';
import { endWithin } from '../wire/parting';

/** Milliseconds that a server gets to see that the client has gone. */
const PATIENCE = 1_000;

/**
 * Ends a session without a word to the server. A POP3 server holds the maildrop for it until it sees that the client has gone (RFC 1939 §4):
 * its side is waited for, so that the next scenario does not find the maildrop in use because of this one.
 */
export async function leave({ connection, protocol }: Session, patience = PATIENCE): Promise<void> {
  if (protocol === 'pop3' && connection.ended === undefined) {
    connection.halfClose();
    await endWithin(connection, patience);
  }
  connection.destroy();
}
