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
