import { withFaults } from '../faults/play';
import type { Connection } from '../net/connection';
import { Interrupted } from '../net/interrupted';
import { carryOut } from './carry-out';
import { readCommand } from './command-reader';
import { announceCapabilities } from './commands/capability';
import { gate, identify } from './dispatch';
import type { ImapService } from './service';
import { Session } from './session';

/** Speaks IMAP to one client until it is done. */
export async function serve(service: ImapService, connection: Connection): Promise<void> {
  const session = new Session(service, connection);
  try {
    if (await greet(session)) while (!session.ended) await answerNext(session);
    session.push();
  } catch (error) {
    if (!(error instanceof Interrupted)) throw error;
    farewell(session, error);
  } finally {
    session.deselect();
  }
}

/** Gives false when a fault ended the session. */
function greet(session: Session): Promise<boolean> {
  const { context, connection } = session;
  const right = () => {
    session.untagged(`OK [${announceCapabilities(session)}] ${context.hostname} at your service`);
    session.push();
  };
  const fault = (status: string) => {
    session.untagged(status);
    if (/^BYE/i.test(status)) session.ended = true;
    session.push();
  };
  return withFaults(context, connection, { protocol: 'imap', name: 'GREETING', argument: '' }, right, fault);
}

async function answerNext(session: Session): Promise<void> {
  const { context, connection } = session;
  const { raw, refusal } = await readCommand(session, (before, marker) => gate(session, before, marker));
  if (session.ended) return;
  const given = identify(session, raw);
  const command = { protocol: 'imap' as const, name: given.name, argument: given.argument };
  const right = async () => {
    await carryOut(session, given, refusal);
    session.push();
  };
  const fault = (status: string) => {
    session.send(`${given.tag} ${status}\r\n`);
    session.push();
  };
  if (!(await withFaults(context, connection, command, right, fault))) session.ended = true;
  if (session.errors >= context.limits.errors) session.bye('Too many wrong commands');
  if (session.badLogins >= context.limits.badLogins) session.bye('Too many failed logins');
}

function farewell(session: Session, { reason }: Interrupted): void {
  if (reason === 'gone') return;
  if (reason === 'idle') session.bye('Autologout: you were silent for too long');
  else if (reason === 'shutdown') session.bye('The server is closing');
  else session.bye('That line does not end');
  session.push();
}
