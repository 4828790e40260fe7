import { type OpenOptions, openConnection } from '../wire/open';
import type { ProtocolName } from './dialogue';
import { parseDialogue } from './parse';
import { type PlayResult, playDialogue } from './play';
import { Scope } from './scope';
import { Session, type SessionOptions } from './session';

export interface OpenSessionOptions extends Omit<OpenOptions, 'timeout'>, SessionOptions {
  protocol: ProtocolName;
}

/** Opens a connection, whose greeting is not read yet. @throws TargetError where the target is out of reach. */
export async function openSession(options: OpenSessionOptions): Promise<Session> {
  const { protocol, reply, tls, frameLimits, mostUntagged, ...open } = options;
  return new Session(await openConnection({ ...open, timeout: reply }), protocol, {
    reply,
    tls,
    frameLimits,
    mostUntagged,
  });
}

/** Sends one line with CRLF; `${…}` works in a text. */
export function sendLine(session: Session, line: string | Buffer, scope = new Scope()): void {
  session.sendLines([typeof line === 'string' ? scope.expand(line) : line]);
}

/**
 * Reads the next status and compares it with `503/554`, `+OK`, `a1 OK`, `${closed}`, …; what comes unasked after it is a
 * mismatch too. @returns the status that came, its first line. @throws Mismatch
 */
export async function expectStatus(session: Session, status: string, scope = new Scope()): Promise<string> {
  const { statuses } = await speak(session, `S: ${status}`, scope);
  return statuses[0]!.status;
}

/** Plays a dialogue on one session: for what a step does by itself, such as a login. @throws Mismatch */
export async function speak(session: Session, dialogue: string, scope = new Scope()): Promise<PlayResult> {
  const sessions = { openSession: () => session };
  return await playDialogue(parseDialogue(dialogue, session.protocol), { sessions, scope });
}
