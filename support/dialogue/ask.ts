/** `C: ${alive}` and `C: ${end}`: the protocol's own NOOP and QUIT, by which a dialogue sees that the session goes on, or ends it. */
import { WireMismatch } from '../wire/mismatch';
import { endWithin } from '../wire/parting';
import type { Ask, Dialogue, Expect, ProtocolName, WayOut } from './dialogue';
import { Differs } from './differs';
import { expectStep } from './expect';
import type { Received } from './received';
import type { Scope } from './scope';
import type { Session } from './session';
import { parseStatus } from './status';
import { checkNothingUnread } from './unread';

/** Codes for a session that is gone or out of step. */
export const LOST = { alive: 'does-not-go-on', end: 'does-not-end' } as const;
const REASONS = { alive: 'the session does not go on', end: 'the session does not end as it should' } as const;

const COMMANDS = { alive: 'NOOP', end: 'QUIT' } as const;

/** The command that is sent. */
export function commandOf(what: Ask['what'], protocol: ProtocolName): string {
  return protocol === 'imap' && what === 'end' ? 'LOGOUT' : COMMANDS[what];
}

/** @throws Differs with a code of LOST, or `missing-line`, `forbidden-line` for what had to come with the answer */
export async function ask(step: Ask, session: Session, scope: Scope, dialogue: Dialogue): Promise<Received> {
  try {
    // All that was sent is answered: what else has come would be read in place of this answer.
    checkNothingUnread(session, step.line);
    const received = await expectStep(send(step, session), session, scope, dialogue);
    if (received.wayOut !== undefined) return received;
    if (step.what === 'end') await end(session);
    checkNothingUnread(session, step.line);
    session.owed = 0;
    return received;
  } catch (error) {
    throw lost(error, step);
  }
}

/** Sends the command. @returns the answer that it must get: any success, for how exactly it is answered is not asked here. */
function send({ what, connection, line, wayOuts, group }: Ask, session: Session): Expect {
  const command = commandOf(what, session.protocol);
  const tag = session.protocol === 'imap' ? session.nextTag() : undefined;
  session.sendLines([Buffer.from(tag === undefined ? command : `${tag} ${command}`)]);
  const status = tag === undefined ? (session.protocol === 'pop3' ? '+OK' : '2xx') : `${tag} OK`;
  return {
    kind: 'expect',
    connection,
    line,
    wayOuts: wayOuts.map((wayOut) => tagged(wayOut, tag)),
    group,
    status: parseStatus(status, session.protocol),
  };
}

/** IMAP: a way out is written with any tag, for nobody knows this command's. */
function tagged({ line, status }: WayOut, tag: string | undefined): WayOut {
  const named = status.kind === 'result' && status.tag !== '*' && tag !== undefined;
  return { line, status: named ? { ...status, tag } : status };
}

/** Until the server has closed it may hold a maildrop (RFC 1939 §4); one that does not close is closed from here. */
async function end(session: Session): Promise<void> {
  const { connection, options } = session;
  await connection.waitForEnd(options.reply).catch(() => undefined);
  session.closedByUs = connection.ended === undefined;
  if (!session.closedByUs) return;
  connection.halfClose();
  await endWithin(connection);
}

function lost(error: unknown, { what, line }: Ask): unknown {
  const reason = (why: string) => `${REASONS[what]}: ${why}`;
  if (error instanceof WireMismatch) return new Differs(LOST[what], reason(error.reason), line, error.facts.came);
  if (!(error instanceof Differs) || error.code === 'missing-line' || error.code === 'forbidden-line') return error;
  return new Differs(LOST[what], reason(error.reason), line, error.came, error.at);
}
