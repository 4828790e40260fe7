import type { Connection } from '../../net/connection';
import { Interrupted } from '../../net/interrupted';
import type { ImapService } from '../service';
import { Session } from '../session';
import { carryOut } from './carry-out';
import { greeting } from './greeting';
import { identify } from './identify';
import { readCommand } from './read-command';

/** Speaks IMAP to one client until it is done. */
export async function serve(service: ImapService, connection: Connection): Promise<void> {
  const session = new Session(service, connection);
  const { read, session: around } = service.seams;
  if (read) connection.readThrough(read(session));
  try {
    await (around ? around(session, () => converse(session)) : converse(session));
  } catch (error) {
    if (!(error instanceof Interrupted)) throw error;
    farewell(session, error);
  } finally {
    session.deselect();
  }
}

async function converse(session: Session): Promise<void> {
  await carryOut(session, greeting());
  session.push();
  while (!session.ended) await answerNext(session);
}

async function answerNext(session: Session): Promise<void> {
  const { raw, refusal } = await readCommand(session);
  if (!session.ended) {
    const call = identify(session, raw);
    await carryOut(session, refusal && !call.refusal ? { ...call, refusal } : call);
    const { limits } = session.context;
    if (session.errors >= limits.errors) session.bye('Too many wrong commands');
    if (session.badLogins >= limits.badLogins) session.bye('Too many failed logins');
  }
  session.push();
}

function farewell(session: Session, { reason }: Interrupted): void {
  if (reason === 'gone') return;
  if (reason === 'idle') session.bye('Autologout: you were silent for too long');
  else if (reason === 'shutdown') session.bye('The server is closing');
  else session.bye('That line does not end');
  session.push();
}
