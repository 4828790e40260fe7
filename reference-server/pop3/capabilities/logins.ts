/** Ways to log in: USER (RFC 2449 §6.2), SASL (RFC 5034) and APOP, which has no tag (RFC 1939 §7). */

import { decodeBase64, type Mechanism } from '../../auth/mechanism';
import { type Answer, BAD_ARGUMENTS, err } from '../answer';
import { AUTHORIZATION, type Capability, type Handler } from '../capability';
import type { Session } from '../session';

/** Of a client's response; its command lines are shorter. */
const LINE = 12_286;
const NOT_BASE64 = err('This is not base64');
const CANCELLED = err('The login is given up');
const TLS_FIRST = err('Say STLS first');

/** A password that anybody could read on the way is not asked for where TLS is demanded. */
export function mayLogIn({ connection, context }: Session): boolean {
  return connection.secure || context.tls.use !== 'required';
}

export const user: Capability = { tag: 'USER', rfc: 2449, announce: (session) => (mayLogIn(session) ? '' : undefined) };

const auth: Handler = (session, argument) => {
  if (!mayLogIn(session)) return TLS_FIRST;
  const match = /^([A-Za-z0-9_-]{1,20})(?: ([^ ]+))?$/.exec(argument);
  if (!match) return BAD_ARGUMENTS;
  const mechanism = session.context.auth.mechanisms().find(({ name }) => name === match[1]!.toUpperCase());
  if (!mechanism) return err('I do not know this mechanism');
  const initial = match[2] === undefined ? undefined : decodeBase64(match[2]);
  return match[2] !== undefined && initial === undefined ? NOT_BASE64 : converse(session, mechanism, initial);
};

async function converse(session: Session, mechanism: Mechanism, initial: Buffer | undefined): Promise<Answer> {
  const exchange = mechanism.start();
  let step = exchange.step(initial);
  while (step.kind === 'challenge') {
    session.connection.write(`+ ${step.data.toString('base64')}\r\n`);
    const { octets, tooLong } = await session.connection.readLine(LINE);
    const text = octets.toString('latin1');
    if (text === '*') return CANCELLED;
    const response = tooLong || text === '=' ? undefined : decodeBase64(text);
    if (!response) return NOT_BASE64;
    step = exchange.step(response);
  }
  return session.logIn(step.kind === 'success' ? step.account : undefined);
}

export const sasl: Capability = {
  tag: 'SASL',
  rfc: 5034,
  announce(session) {
    if (!mayLogIn(session)) return undefined;
    return session.context.auth
      .mechanisms()
      .map(({ name }) => name)
      .join(' ');
  },
  commands: { AUTH: { states: AUTHORIZATION, run: auth } },
};

const apopCommand: Handler = (session, argument) => {
  if (!mayLogIn(session)) return TLS_FIRST;
  const match = /^(.+) ([0-9a-f]{32})$/.exec(argument);
  if (!match) return BAD_ARGUMENTS;
  if (session.stamp === undefined) return err('Nobody here can log in by APOP');
  return session.logIn(session.context.auth.apop(match[1]!, session.stamp, match[2]!));
};

/** The greeting's time stamp tells of it. */
export const apop: Capability = {
  tag: 'APOP',
  rfc: 1939,
  announce: () => undefined,
  commands: { APOP: { states: AUTHORIZATION, run: apopCommand } },
};
