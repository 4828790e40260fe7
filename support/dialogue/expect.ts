import { escapeBytes } from '../wire/escape';
import { WireMismatch } from '../wire/mismatch';
import type { Dialogue, Expect, StatusPattern } from './dialogue';
import { Differs } from './differs';
import { compareLines, comparePayload, comparePop3, compareReply } from './expect-text';
import { expectFarewell, expectRefusal, expectServerHello } from './expect-tls';
import { expectImap } from './imap/expect';
import type { Received } from './received';
import type { Scope } from './scope';
import type { Session } from './session';

/** Reads and compares what an `S:` asks for, with its ways out and its group. @throws Differs, WireMismatch */
export async function expectStep(step: Expect, session: Session, scope: Scope, dialogue: Dialogue): Promise<Received> {
  if (step.status.kind === 'silent') return await expectSilence(step.line, step.status.milliseconds, session);
  if (step.status.kind === 'refused') return await expectRefusal(step.line, step.status, session);
  if (step.status.kind === 'farewell')
    return await expectFarewell(step.line, session, await expectEnd(step.line, session));
  if (step.status.kind === 'server-hello') return await expectServerHello(step.line, step.status, session);
  if (step.status.kind === 'closed' && step.wayOuts.length === 0) return await expectEnd(step.line, session);
  const closing = step.wayOuts.find(({ status }) => status.kind === 'closed')?.line;
  try {
    if (dialogue.protocol === 'imap') return await expectImap(step, session, scope, dialogue);
    return dialogue.protocol === 'pop3'
      ? await expectPop3(step, session, scope)
      : await expectReply(step, session, scope);
  } catch (error) {
    const ended = error instanceof WireMismatch || error instanceof Differs;
    if (!ended || (error.code !== 'closed' && error.code !== 'reset') || session.connection.unread.length > 0)
      throw error;
    if (step.status.kind === 'closed') return { status: 'closed' };
    if (closing !== undefined) return { status: 'closed', wayOut: closing };
    throw error;
  }
}

async function expectReply(step: Expect, session: Session, scope: Scope): Promise<Received> {
  const reply = await session.readReply();
  const status = firstLine(reply.raw);
  const compare = (wanted: StatusPattern, line: number) => compareReply(wanted, reply, line, scope);
  const wayOut = step.wayOuts.find((way) => compare(way.status, way.line) === undefined);
  if (wayOut !== undefined) return { status, wayOut: wayOut.line };
  const differs = compare(step.status, step.line);
  if (differs !== undefined) throw differs;
  // EHLO keywords ignore case: RFC 5321 §2.4.
  compareLines(step.group, reply.lines, reply.raw, scope, true);
  return { status };
}

async function expectPop3(step: Expect, session: Session, scope: Scope): Promise<Received> {
  const came = await session.readPop3();
  const status = firstLine(came.status.raw);
  const compare = (wanted: StatusPattern, line: number) => comparePop3(wanted, came.status, line, scope);
  const wayOut = step.wayOuts.find((way) => compare(way.status, way.line) === undefined);
  if (wayOut !== undefined) return { status, wayOut: wayOut.line };
  const differs = compare(step.status, step.line);
  if (differs !== undefined) throw differs;
  if (step.group.length === 0) return { status };
  if (came.payload === undefined) {
    throw new Differs('missing-line', 'no payload came with this answer', step.group[0]!.line, came.status.raw);
  }
  comparePayload(step.group, came.payload, scope);
  // CAPA's tags ignore case (RFC 2449 §3); the lines of a message do not.
  compareLines(step.group, came.payload.lines, came.payload.raw, scope, /^CAPA$/i.test(came.command));
  return { status };
}

async function expectEnd(line: number, session: Session): Promise<Received> {
  const { connection } = session;
  const how = await connection.waitForEnd(session.options.reply);
  if (session.protocol === 'imap') session.gatherArrived(line);
  const { unread } = connection;
  if (unread.length > 0) {
    throw new Differs('bytes-left', 'the server spoke before it closed the connection', line, unread, 0);
  }
  return { status: how };
}

async function expectSilence(line: number, milliseconds: number, session: Session): Promise<Received> {
  const { connection } = session;
  const until = performance.now() + milliseconds;
  for (;;) {
    if (session.protocol === 'imap') session.gatherArrived(line);
    const { unread } = connection;
    if (unread.length > 0 && !(session.protocol === 'imap' && unread[0] === 42)) {
      throw new Differs('not-silent', 'the server spoke when it had to be silent', line, unread, 0);
    }
    if (connection.ended !== undefined) throw connection.mismatch(connection.ended, 'the server closed the connection');
    const rest = until - performance.now();
    if (rest <= 0 || !(await connection.waitForMore(unread.length, rest))) return { status: 'silent' };
  }
}

function firstLine(raw: Buffer): string {
  const end = raw.indexOf(13);
  return escapeBytes(raw.subarray(0, end < 0 ? Math.min(raw.length, 512) : Math.min(end, 512)));
}
