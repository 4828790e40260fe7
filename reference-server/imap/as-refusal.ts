import { Interrupted } from '../net/interrupted';
import { StoreError } from '../store/error';
import { no, Refusal } from './refusal';
import type { Session } from './session';

/** What the client is answered for an error; rethrows what ends the session. */
export function asRefusal(session: Session, error: unknown): Refusal {
  if (error instanceof Refusal) return error;
  if (error instanceof Interrupted) throw error;
  // The mailbox went while the command ran.
  if (error instanceof StoreError && error.code === 'missing') return no('There is no such mailbox', 'NONEXISTENT');
  if (error instanceof StoreError && error.code === 'exists') return no('That name is taken', 'ALREADYEXISTS');
  session.context.log(`imap: ${error instanceof Error ? error.stack : error}`);
  // RFC 5530 §3: temporary, and no fault of the program.
  if (error instanceof StoreError) return no('The mail store fails; try again later', 'UNAVAILABLE');
  return no('The server has a fault', 'SERVERBUG');
}

/** What is wrong with one message, so that the others are answered all the same; rethrows what is wrong with all. */
export function ofOneMessage(session: Session, error: unknown): Refusal {
  if (error instanceof StoreError && error.code !== 'missing') throw error;
  return asRefusal(session, error);
}
