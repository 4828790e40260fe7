/** AUTH (RFC 4954): logging in. */

import { decodeBase64, type Mechanism } from '../../auth/mechanism';
import { type Reply, reply } from '../../delivery/reply';
import type { Command, Extension } from '../extension';
import { SYNTAX, sequence } from '../reply';
import type { Session } from '../session';
import { isSubmission } from '../submission/port';
import { parseMailbox } from '../syntax/path';
import { decodeXtext } from '../syntax/xtext';

/** RFC 4954 §4: 12288 octets, with CRLF. */
const LINE = 12_286;
const NOT_BASE64 = reply(501, '5.5.2', 'This is not base64');
const NOT_ASKED = reply(501, '5.7.0', 'With this mechanism I speak first');
const CANCELLED = reply(501, '5.7.0', 'The login is given up');
const UNKNOWN_MECHANISM = reply(504, '5.5.4', 'I do not know this mechanism');
const ENCRYPT_FIRST = reply(538, '5.7.11', 'This mechanism needs TLS');
const WRONG = reply(535, '5.7.8', 'The name or the password is wrong');
const LINE_TOO_LONG = reply(500, '5.5.6', 'The line is too long');

const auth: Command = async (session, argument) => {
  // RFC 4954 §4.
  if (!session.hello || session.hello.verb === 'HELO') return sequence('Say EHLO first');
  if (session.account) return sequence('You are logged in already');
  if (session.transaction) return sequence('Not during a transaction');
  const match = /^([A-Za-z0-9_-]{1,20})(?: ([^ ]+))?$/.exec(argument);
  if (!match) return SYNTAX.arguments;
  const mechanism = session.context.auth.mechanisms().find(({ name }) => name === match[1]!.toUpperCase());
  if (!mechanism) return UNKNOWN_MECHANISM;
  if (!allowed(session, mechanism)) return ENCRYPT_FIRST;
  if (mechanism.serverFirst && match[2] !== undefined) return NOT_ASKED;
  const initial = match[2] === undefined ? undefined : decodeBase64(match[2]);
  if (match[2] !== undefined && initial === undefined) return NOT_BASE64;
  return converse(session, mechanism, initial);
};

/** Challenges and responses, until the mechanism has decided. */
async function converse(session: Session, mechanism: Mechanism, initial: Buffer | undefined): Promise<Reply> {
  const exchange = mechanism.start(session.connection);
  let step = exchange.step(initial);
  while (step.kind === 'challenge') {
    session.send(reply(334, undefined, step.data.toString('base64')));
    const { octets, tooLong } = await session.connection.readLine(LINE);
    if (tooLong) return LINE_TOO_LONG;
    const text = octets.toString('latin1');
    if (text === '*') return CANCELLED;
    const response = text === '=' ? undefined : decodeBase64(text);
    if (!response) return NOT_BASE64;
    step = exchange.step(response);
  }
  if (step.kind === 'failure') return failed(session, step.reason);
  session.account = step.account;
  return reply(235, '2.7.0', 'Welcome');
}

function failed(session: Session, reason: 'malformed' | 'credentials'): Reply {
  session.badLogins++;
  if (session.badLogins < session.context.limits.badLogins) return reason === 'malformed' ? NOT_UNDERSTOOD : WRONG;
  session.end();
  return reply(421, '4.7.0', `${session.context.hostname} closes the connection: too many failed logins`);
}

const NOT_UNDERSTOOD = reply(501, '5.5.2', 'I do not understand what the mechanism says');

/** A password that anybody could read on the way is not asked for, unless there is no TLS here and it is the port for users (RFC 4954 §4). */
function allowed({ connection, context, service }: Session, mechanism: Mechanism): boolean {
  if (connection.secure || mechanism.tlsOnly) return connection.secure;
  return !mechanism.plaintext || (isSubmission(service.name) && context.tls.use === 'none');
}

export const authentication: Extension = {
  keyword: 'AUTH',
  rfc: 'RFC 4954 §3',
  offered: ({ protocol }) => protocol === 'smtp',
  announce(session) {
    if (session.context.tls.use === 'required' && !session.connection.secure) return undefined;
    const offered = session.context.auth.mechanisms().filter((mechanism) => allowed(session, mechanism));
    return offered.length === 0 ? undefined : offered.map(({ name }) => name).join(' ');
  },
  commands: { AUTH: auth },
  longer: { MAIL: 500, AUTH: LINE },
  mailParameters: {
    /** RFC 4954 §5: who submitted it first. Read and, as nobody here is trusted to say so, forgotten. */
    AUTH(_, value) {
      const text = value === undefined ? undefined : decodeXtext(value);
      if (text === undefined) return SYNTAX.arguments;
      return text === '<>' || (text !== '' && parseMailbox(text)) ? undefined : SYNTAX.arguments;
    },
  },
};
