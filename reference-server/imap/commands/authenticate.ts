import { availableOn, decodeBase64, type Mechanism } from '../../auth/mechanism';
import { demandTls, logIn, refuseLogin, tlsMissing } from '../authentication';
import type { Command, Done } from '../command';
import { bad, no } from '../refusal';
import type { Session } from '../session';

/** Octets of one response of the client. */
const LONGEST_RESPONSE = 16_384;

/** RFC 9051 §6.2.2; the initial response of SASL-IR (RFC 4959). */
export const authenticate: Command = {
  state: 'greeted',
  async run(session, { args }) {
    args.space();
    const name = args.keyword();
    let initial: Buffer | undefined;
    if (session.tables.initialResponse && args.trySpace())
      initial = decode(args.match(/\S+/y) ?? args.fail('a response is missing'));
    args.end();
    demandTls(session);
    const mechanism = mechanismsOf(session).find((one) => one.name === name);
    if (!mechanism) throw no('I do not know this mechanism', 'CANNOT');
    // RFC 4959 §3: the server speaks first in it.
    if (mechanism.serverFirst && initial !== undefined)
      throw bad('This mechanism takes no initial response').because('initial-response');
    return exchange(session, mechanism, initial);
  },
};

/** `AUTH=…` of each mechanism that can be used now. */
export function mechanismWords(session: Session): string[] {
  if (session.state !== 'greeted' || tlsMissing(session)) return [];
  return mechanismsOf(session).map(({ name }) => `AUTH=${name}`);
}

function mechanismsOf({ connection, context }: Session): Mechanism[] {
  return availableOn(connection, context.auth.mechanisms());
}

async function exchange(session: Session, mechanism: Mechanism, initial: Buffer | undefined): Promise<Done> {
  const steps = mechanism.start(session.connection);
  for (let response = initial; ; ) {
    const step = steps.step(response);
    if (step.kind === 'success') return logIn(session, step.account);
    if (step.kind === 'failure') {
      // RFC 5530 §3: right name and password, for somebody else's mail.
      if (step.authorization) throw no('You may not act for that user', 'AUTHORIZATIONFAILED');
      return refuseLogin(session);
    }
    session.continuation(step.data.toString('base64'));
    session.push();
    const { octets, tooLong } = await session.connection.readLine(LONGEST_RESPONSE);
    if (tooLong) throw bad('The response is too long');
    const line = octets.toString('latin1');
    // RFC 9051 §6.2.2: a single asterisk cancels.
    if (line === '*') throw bad('Cancelled').because('cancelled');
    response = decode(line);
  }
}

function decode(base64: string): Buffer {
  const octets = decodeBase64(base64);
  if (!octets) throw bad('That is no base64');
  return octets;
}
