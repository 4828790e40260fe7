import type { ImapResponse } from '../../wire/framing/imap-value';
import { WireMismatch } from '../../wire/mismatch';
import type { Arrive, Dialogue, Expect, StatusPattern } from '../dialogue';
import { Differs } from '../differs';
import type { Received } from '../received';
import type { Scope } from '../scope';
import { isUntagged, type Session } from '../session';
import { compareGroup, findGroup } from './group';
import { compareStatus, matchResult, type Result } from './match-status';

/** Reads until the result that an `S:` asks for, gathering untagged responses. @throws Differs, WireMismatch */
export async function expectImap(step: Expect, session: Session, scope: Scope, dialogue: Dialogue): Promise<Received> {
  const later = laterTags(step, dialogue);
  const response = await readStatus(
    [step.status, ...step.wayOuts.map(({ status }) => status)],
    session,
    later,
    step.line,
    scope,
  );
  const status = response.raw.toString('latin1').trimEnd();
  const wayOut = step.wayOuts.find((way) => compareStatus(way.status, response, way.line, scope) === undefined);
  if (wayOut !== undefined) return { status, wayOut: wayOut.line };
  const differs = compareStatus(step.status, response, step.line, scope);
  if (differs !== undefined) throw differs;
  const untagged = session.untagged;
  session.untagged = [];
  session.lastUntagged = untagged;
  compareGroup(step.group, untagged, response, scope);
  return { status };
}

/** Waits until every line of the group has come. @throws Differs `missing-line`, WireMismatch */
export async function expectArrivals(step: Arrive, session: Session, scope: Scope): Promise<void> {
  const until = performance.now() + session.options.reply;
  for (;;) {
    session.gatherArrived(step.line);
    const found = findGroup(step.group, session.untagged, scope);
    if (!('missing' in found)) {
      scope.bind(found.bound);
      session.untagged = session.untagged.filter((_, index) => !found.used.has(index));
      return;
    }
    const { connection } = session;
    const rest = until - performance.now();
    const line = step.group[found.missing]!.line;
    const came = Buffer.concat(session.untagged.map(({ raw }) => raw));
    if (connection.ended !== undefined)
      throw new Differs(connection.ended, 'the connection ended before this line', line, came);
    if (rest <= 0 || !(await connection.waitForMore(connection.unread.length, rest))) {
      throw new Differs('missing-line', `this line did not come within ${session.options.reply} ms`, line, came);
    }
  }
}

/** The response that answers: what is wanted, or what cannot be passed over. */
async function readStatus(
  wanted: StatusPattern[],
  session: Session,
  later: Set<string>,
  line: number,
  scope: Scope,
): Promise<ImapResponse> {
  const results = wanted.filter((each) => each.kind === 'result');
  const tags = new Set(results.map(({ tag }) => tag));
  const continued = wanted.some(({ kind }) => kind === 'continuation');
  for (const tag of tags) {
    const early = session.early.get(tag);
    if (early === undefined) continue;
    session.early.delete(tag);
    return early;
  }
  const { connection } = session;
  const started = performance.now();
  const received = connection.received;
  for (;;) {
    // One bound for all of them: untagged responses must not put off the end for ever.
    const earned = connection.timeFor(connection.received - received);
    const rest = session.options.reply + earned - (performance.now() - started);
    const isGreeting = !session.heard && tags.has('*');
    const response = await readResponse(session, Math.max(rest, 1), line);
    if (isGreeting) return response;
    if (isUntagged(response)) {
      session.keep(response);
      if (response.kind !== 'status' || !tags.has('*')) continue;
      const named = results.some((one) => one.tag === '*' && isNamed(one, response, scope));
      if (named || response.status === 'BYE' || response.status === 'PREAUTH') return response;
      continue;
    }
    if (response.kind === 'status' && !tags.has(response.tag) && !continued && later.has(response.tag)) {
      session.early.set(response.tag, response);
      continue;
    }
    return response;
  }
}

/** Whether an untagged status is the one asked for; with a code of its own it is one of several that may come. */
function isNamed(wanted: Result, came: ImapResponse & { kind: 'status' }, scope: Scope): boolean {
  if (!wanted.results.includes(came.status)) return false;
  return wanted.code === undefined || matchResult(wanted, came, scope, undefined) !== undefined;
}

/** Tags whose results the rest of the dialogue asks for on this connection: pipelined commands may end out of order. */
function laterTags(step: Expect, dialogue: Dialogue): Set<string> {
  const tags = new Set<string>();
  for (const each of dialogue.steps) {
    if (each.kind !== 'expect' || each.connection !== step.connection || each.line <= step.line) continue;
    for (const status of [each.status, ...each.wayOuts.map((way) => way.status)]) {
      if (status.kind === 'result') tags.add(status.tag);
    }
  }
  return tags;
}

/** The next response. Where none comes, what came before it is shown: often the server has said why. */
async function readResponse(session: Session, timeout: number, line: number): Promise<ImapResponse> {
  try {
    return await session.readResponse(timeout);
  } catch (error) {
    const ended = error instanceof WireMismatch && ['timeout', 'closed', 'reset'].includes(error.code);
    if (!ended || session.untagged.length === 0) throw error;
    const bye = session.untagged.some((each) => each.kind === 'status' && each.status === 'BYE');
    const reason = bye && error.code === 'closed' ? 'the server said BYE and closed the connection' : error.reason;
    const came = [...session.untagged.slice(-MOST_SHOWN).map(({ raw }) => raw), session.connection.unread];
    throw new Differs(error.code, reason, line, Buffer.concat(came));
  }
}

/** Untagged responses that are shown where no answer came. */
const MOST_SHOWN = 5;
