/** What a dialogue asks of a handshake: that the server does not take it, or that it does. */
import { alertIn } from '../wire/alerts';
import { farewellOf } from '../wire/handshake';
import { firstRecord, groupBits, messageTypes } from '../wire/records';
import type { StatusPattern } from './dialogue';
import { Differs } from './differs';
import { DialogueError } from './errors';
import type { Received } from './received';
import { renegotiationOf } from './renegotiate';
import type { Session } from './session';

/** The server has closed, and said so under TLS before (RFC 8446 §6.1). @throws Differs */
export async function expectFarewell(line: number, session: Session, ended: Received): Promise<Received> {
  const said = farewellOf(session.connection.tls);
  if (said === undefined) throw new DialogueError('a farewell is seen where the dialogue begins TLS: ${starttls}');
  if (!said) {
    const what = 'the server closed the connection without saying so under TLS (close_notify)';
    throw new Differs('no-farewell', what, line, Buffer.alloc(0));
  }
  return ended;
}

/** The server refuses the handshake, by this alert or by any, or goes without a word. @throws Differs, WireMismatch */
export async function expectRefusal(
  line: number,
  { alert, orGroup }: Pick<Extract<StatusPattern, { kind: 'refused' }>, 'alert' | 'orGroup'>,
  session: Session,
): Promise<Received> {
  const { connection } = session;
  const { tls, failure } = connection;
  const again = renegotiationOf(tls);
  if (again !== undefined) {
    if (again === 'done') throw new Differs('tls-taken', 'the server shook hands again', line, Buffer.alloc(0));
    // Nobody knows how the session would go on.
    session.closedByUs = true;
    return { status: again };
  }
  if (tls?.getProtocol() && failure === undefined) {
    const what = `${tls.getProtocol()} ${tls.getCipher()?.name}`;
    throw new Differs('tls-taken', `the server shook hands: ${what}`, line, Buffer.alloc(0));
  }
  const said = tls === undefined ? await refusalInClear(line, session, orGroup) : failure && alertIn(failure);
  session.closedByUs ||= tls !== undefined;
  if (alert !== undefined && said !== alert) {
    const came = said === undefined ? 'no alert' : `the alert ${said}`;
    throw new Differs('alert-differs', `came ${came}, not ${alert}`, line, connection.unread);
  }
  if (said === undefined && tls !== undefined && failure !== undefined && !LOST.test(failure.message))
    throw new Differs(
      'not-refused',
      `the handshake failed here, not there: ${failure.message}`,
      line,
      connection.unread,
    );
  return { status: said ?? 'closed' };
}

/** Messages of a handshake (RFC 5246 §7.4). */
const CERTIFICATE_REQUEST = 13;
const SERVER_HELLO_DONE = 14;

/** A server may break the connection instead of closing it. */
const LOST = /ECONNRESET|EPIPE|socket hang up|disconnected before secure|unexpected eof/i;

/** The alert that came, or undefined for the end alone. */
async function refusalInClear(line: number, session: Session, orGroup?: number): Promise<string | undefined> {
  const { connection, options } = session;
  for (;;) {
    const { unread } = connection;
    const record = firstRecord(unread);
    if (record.kind === 'alert') {
      connection.discardUnread();
      return record.name;
    }
    if (record.kind === 'server-hello') {
      if (orGroup === undefined) throw new Differs('tls-taken', 'the server took the handshake', line, unread);
      const bits = groupBits(unread);
      if (bits !== undefined && bits < orGroup)
        throw new Differs('group-too-small', `the server's group for Diffie-Hellman has ${bits} bits`, line, unread);
      // Nobody goes on with it.
      session.closedByUs ||= bits !== undefined;
      if (bits !== undefined) return `a group of ${bits} bits`;
    }
    if (record.kind === 'other') throw new Differs('no-alert', 'what came is no alert of TLS', line, unread);
    if (connection.ended !== undefined) {
      // A farewell, which is a warning (RFC 8446 §6), is no reason.
      connection.discardUnread();
      return undefined;
    }
    if (!(await connection.waitForMore(unread.length, options.reply)))
      throw connection.mismatch('timeout', `the server did not refuse the handshake within ${options.reply} ms`);
  }
}

/** The server goes on with a handshake that the client began by octets of its own, with one of these suites or any, and without asking who comes. @throws Differs, WireMismatch */
export async function expectServerHello(
  line: number,
  { suites, unasked }: Pick<Extract<StatusPattern, { kind: 'server-hello' }>, 'suites' | 'unasked'>,
  session: Session,
): Promise<Received> {
  const { connection, options } = session;
  for (;;) {
    const { unread } = connection;
    const record = firstRecord(unread);
    if (record.kind === 'server-hello') {
      // Nobody goes on with it.
      session.closedByUs = true;
      if (suites !== undefined && !suites.includes(record.suite))
        throw new Differs('suite-differs', `the server chose the suite ${record.suite}`, line, unread);
      // RFC 9325 §3.3.
      if (record.compresses) throw new Differs('compression', 'the server compresses what is said', line, unread);
      if (!unasked) return { status: 'a ServerHello' };
      const types = messageTypes(unread);
      if (types.includes(CERTIFICATE_REQUEST))
        throw new Differs('certificate-asked', 'the server asks for a certificate of the client', line, unread);
      if (types.includes(SERVER_HELLO_DONE)) return { status: 'a ServerHello' };
    } else if (record.kind === 'alert')
      throw new Differs('tls-refused', `the server sent ${record.name}`, line, unread);
    if (record.kind === 'other') throw new Differs('no-server-hello', 'what came is no ServerHello', line, unread);
    if (connection.ended !== undefined) throw connection.mismatch(connection.ended, 'the server closed the connection');
    if (!(await connection.waitForMore(unread.length, options.reply)))
      throw connection.mismatch('timeout', `no ServerHello came within ${options.reply} ms`);
  }
}
