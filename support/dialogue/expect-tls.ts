/** What a dialogue asks of a handshake: that the server does not take it, or that it does. */
import { alertIn } from '../wire/alerts';
import { firstRecord, messageTypes } from '../wire/records';
import type { StatusPattern } from './dialogue';
import { Differs } from './differs';
import type { Received } from './received';
import type { Session } from './session';

/** The server refuses the handshake, by this alert or by any, or goes without a word. @throws Differs, WireMismatch */
export async function expectRefusal(line: number, alert: string | undefined, session: Session): Promise<Received> {
  const { connection } = session;
  const { tls, failure } = connection;
  if (tls?.getProtocol() && failure === undefined) {
    const what = `${tls.getProtocol()} ${tls.getCipher()?.name}`;
    throw new Differs('tls-taken', `the server shook hands: ${what}`, line, Buffer.alloc(0));
  }
  const said = tls === undefined ? await refusalInClear(line, session) : failure && alertIn(failure);
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
async function refusalInClear(line: number, session: Session): Promise<string | undefined> {
  const { connection, options } = session;
  for (;;) {
    const { unread } = connection;
    const record = firstRecord(unread);
    if (record.kind === 'alert') {
      connection.discardUnread();
      return record.name;
    }
    if (record.kind === 'server-hello') throw new Differs('tls-taken', 'the server took the handshake', line, unread);
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
