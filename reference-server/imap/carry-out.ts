import { Interrupted } from '../net/interrupted';
import { StoreError } from '../store/types';
import type { Call, Done } from './command';
import type { Given } from './dispatch';
import { no, Refusal } from './refusal';
import { announce } from './response/announce';
import type { Session } from './session';

/**
 * Carries out a command and answers it: what the client must be told first, then the tagged status.
 *
 * @param early what was found wrong while it was read
 */
export async function carryOut(session: Session, given: Given, early: Refusal | undefined): Promise<void> {
  const { tag, name, sentName, raw, args } = given;
  session.current = { tag, name, sentName, raw, args, uid: name.startsWith('UID ') };
  try {
    await answer(session, session.current, given, early);
  } finally {
    session.current = undefined;
  }
}

async function answer(session: Session, call: Call, given: Given, early: Refusal | undefined): Promise<void> {
  const { around } = session.service.seams;
  const right = async (): Promise<Done | undefined> => {
    if (given.refusal ?? early) throw given.refusal ?? early;
    return given.command!.run(session, call);
  };
  let done: Done | undefined;
  try {
    done = await (around ? around(session, call, right) : right());
    if (!done) return;
  } catch (error) {
    const refusal = asRefusal(session, error);
    if (refusal.status === 'BAD') session.errors++;
    tell(session, given);
    // What has no tag is answered without one (RFC 9051 §7.1.3).
    session.tagged(call.tag, refusal.status, refusal.message, refusal.code);
    return;
  }
  tell(session, given);
  session.tagged(call.tag, 'OK', done.text, done.code);
  if (done.after) {
    session.push();
    await done.after();
  }
}

/** What the client is answered for an error; rethrows what ends the session. */
function asRefusal(session: Session, error: unknown): Refusal {
  if (error instanceof Refusal) return error;
  if (error instanceof Interrupted) throw error;
  // The mailbox went while the command ran.
  if (error instanceof StoreError && error.code === 'missing') return no('There is no such mailbox', 'NONEXISTENT');
  if (error instanceof StoreError && error.code === 'exists') return no('That name is taken', 'ALREADYEXISTS');
  session.context.log(`imap: ${error instanceof Error ? error.stack : error}`);
  return no('The server has a fault', 'SERVERBUG');
}

function tell(session: Session, { command }: Given): void {
  if (!session.selected || !command) return;
  const { announces = 'everything' } = command;
  if (announces !== 'nothing') announce(session, announces === 'everything');
}
