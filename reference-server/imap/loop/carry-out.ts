import { asRefusal } from '../as-refusal';
import type { Announces, Call, Done } from '../command';
import { announce } from '../response/announce';
import type { Session } from '../session';

/** Carries out a command and answers it: what the client must be told first, then the tagged status. */
export async function carryOut(session: Session, call: Call): Promise<void> {
  session.current = call;
  try {
    await answer(session, call);
  } finally {
    session.current = undefined;
  }
}

async function answer(session: Session, call: Call): Promise<void> {
  let done: Done | undefined;
  try {
    done = await surrounded(session, call);
    if (!done) return;
  } catch (error) {
    const refusal = asRefusal(session, error);
    if (refusal.status === 'BAD') session.errors++;
    tell(session, call);
    // What has no tag is answered without one (RFC 9051 §7.1.3).
    session.tagged(call.tag, refusal.status, refusal.message, refusal.code);
    return;
  }
  tell(session, call, done.announces);
  session.tagged(call.tag, 'OK', done.text, done.code);
  if (done.after) {
    session.push();
    await done.after();
  }
}

/** With those around it who step in: see seams.ts. */
function surrounded(session: Session, call: Call): Done | undefined | Promise<Done | undefined> {
  const { seams, faulty } = session.service;
  const { around } = seams;
  const { none } = session.context.faults;
  if (!around && none) return right(session, call);
  const within = async () => right(session, call);
  const next = around ? () => around(session, call, within) : within;
  return none ? next() : faulty(session, call, next);
}

function right(session: Session, call: Call): Done | Promise<Done> {
  if (call.refusal) throw call.refusal;
  return call.command!.run(session, call);
}

function tell(session: Session, { command }: Call, now?: Announces): void {
  if (!session.selected || !command) return;
  const announces = now ?? command.announces ?? 'everything';
  if (announces !== 'nothing') announce(session, announces === 'everything');
}
