/** Mistakes with SASL, the same for all protocols. */

import type { Authenticator } from '../../reference-server/auth/authenticator';
import type { Mechanism, Step } from '../../reference-server/auth/mechanism';
import type { Account } from '../../reference-server/store/types';

/** Lets exchanges come to something else: `come` gets what is right and what the client has said, this response last. */
export function exchanging(
  come: (step: Step, responses: readonly Buffer[], auth: Authenticator) => Step,
): (right: Authenticator) => Pick<Authenticator, 'mechanisms'> {
  return (right) => {
    const watched = (mechanism: Mechanism): Mechanism => ({
      ...mechanism,
      start(channel) {
        const exchange = mechanism.start(channel);
        const responses: Buffer[] = [];
        return {
          step(response) {
            if (response) responses.push(response);
            return come(exchange.step(response), responses, right);
          },
        };
      },
    });
    return { mechanisms: () => right.mechanisms().map(watched) };
  };
}

/** Lets mechanisms read something else than what the client has said. */
export function rereading(
  read: (response: Buffer, mechanism: string) => Buffer,
): (right: Authenticator) => Pick<Authenticator, 'mechanisms'> {
  return changing((mechanism) => ({
    ...mechanism,
    start(channel) {
      const exchange = mechanism.start(channel);
      return { step: (response) => exchange.step(response && read(response, mechanism.name)) };
    },
  }));
}

/** Has other mechanisms. */
export function changing(
  change: (mechanism: Mechanism) => Mechanism,
): (right: Authenticator) => Pick<Authenticator, 'mechanisms'> {
  return (right) => ({ mechanisms: () => right.mechanisms().map(change) });
}

/** Whom this name belongs to, as a success; the step itself where nobody has it. */
export function entering(auth: Authenticator, name: string | undefined, otherwise: Step): Step {
  const account = name === undefined ? undefined : auth.find(name);
  return account ? { kind: 'success', account } : otherwise;
}

/** Whom the client says to be: the second name of PLAIN, n= of SCRAM, a= and user= of the mechanisms with tokens; otherwise the first word. */
export function claimedUser([first]: readonly Buffer[]): string | undefined {
  const text = first?.toString('utf8') ?? '';
  const scram = /^.,[^,]*,(?:m=[^,]*,)?n=([^,=]+)/.exec(text)?.[1];
  const bearer = /^(?:.,a=|user=)([^,\x01]+)/.exec(text)?.[1];
  return scram ?? bearer ?? text.split(/[\0 ]/).find((word) => word !== '');
}

/** The name in PLAIN's response (RFC 4616), and in SCRAM's first message (RFC 5802 §7). */
export function plainUser([first]: readonly Buffer[]): string | undefined {
  const parts = first?.toString('utf8').split('\0') ?? [];
  return parts.length === 3 ? parts[1] : undefined;
}

export function scramUser([first]: readonly Buffer[]): string | undefined {
  return /^n,[^,]*,n=([^,]*)/.exec(first?.toString('utf8') ?? '')?.[1];
}

/** Whoever is named in the exchange, by whatever mechanism: LOGIN and CRAM-MD5 begin with the name. */
export function anyUser(responses: readonly Buffer[], auth: Authenticator): Account | undefined {
  const said = responses.map((response) => response.toString('utf8'));
  const names = said.flatMap((text) => [...text.split(/[\0 ]/), /n=([^,]+)/.exec(text)?.[1] ?? '']);
  return names.map((name) => auth.find(name)).find((account) => account !== undefined);
}

/** Whether name or password were wrong. */
export function rejected(step: Step): boolean {
  return step.kind === 'failure' && step.reason === 'credentials' && !step.authorization;
}

/** Seams at which these methods of the authenticator are others. */
export const authenticating = (methods: (right: Authenticator) => Partial<Authenticator>) => ({
  parts: { auth: methods },
});

/** A failure that fits lets in whoever is named: `first` is the first response as text. */
export const excusing = (fits: (first: string, failure: Failure, said: readonly Buffer[]) => boolean) =>
  authenticating(
    exchanging((step, said, auth) =>
      step.kind === 'failure' && fits(said[0]?.toString('utf8') ?? '', step, said)
        ? entering(auth, claimedUser(said), step)
        : step,
    ),
  );

/** Challenges come out otherwise; empty ones do not. */
export const challenging = (change: (text: string) => string) =>
  authenticating(
    exchanging((step) => {
      if (step.kind !== 'challenge' || step.data.length === 0) return step;
      return { kind: 'challenge', data: Buffer.from(change(step.data.toString())) };
    }),
  );

type Failure = Extract<Step, { kind: 'failure' }>;
