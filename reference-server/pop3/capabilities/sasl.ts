/** SASL: the command AUTH (RFC 5034). */

import { availableOn, decodeBase64, type Mechanism } from '../../auth/mechanism';
import { type Answer, BAD_ARGUMENTS, err } from '../answer';
import { AUTHORIZATION, type Capability, type Handler } from '../capability';
import { mayLogIn, TLS_FIRST } from '../login';
import type { Session } from '../session';

/** Of a client's response; its command lines are shorter. */
const LINE = 12_286;
export const NOT_BASE64 = err('This is not base64');
export const CANCELLED = err('The login is given up');

const auth: Handler = (session, argument) => {
  if (!mayLogIn(session)) return TLS_FIRST;
  const match = /^([A-Za-z0-9_-]{1,20})(?: ([^ ]+))?$/.exec(argument);
  if (!match) return BAD_ARGUMENTS;
  const mechanism = mechanismsOf(session).find(({ name }) => name === match[1]!.toUpperCase());
  if (!mechanism) return err('I do not know this mechanism');
  const initial = match[2] === undefined ? undefined : decodeBase64(match[2]);
  return match[2] !== undefined && initial === undefined ? NOT_BASE64 : converse(session, mechanism, initial);
};

function mechanismsOf({ connection, context }: Session): Mechanism[] {
  return availableOn(connection, context.auth.mechanisms());
}

async function converse(session: Session, mechanism: Mechanism, initial: Buffer | undefined): Promise<Answer> {
  const exchange = mechanism.start(session.connection);
  let step = exchange.step(initial);
  while (step.kind === 'challenge') {
    const { octets, tooLong } = await session.ask(step.data, LINE);
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
  rfc: 'RFC 5034 §3',
  announce(session) {
    if (!mayLogIn(session)) return undefined;
    return mechanismsOf(session)
      .map(({ name }) => name)
      .join(' ');
  },
  commands: { AUTH: { states: AUTHORIZATION, run: auth } },
};
