/** Mistakes with SASL exchanges. */

import type { Authenticator } from '../../reference-server/auth/authenticator';
import type { Mechanism } from '../../reference-server/auth/mechanism';

/** The same mechanism, but it lets in whoever is named, whatever the proof is. */
export function gullible(right: Mechanism, auth: Authenticator): Mechanism {
  return {
    ...right,
    start() {
      const exchange = right.start();
      const named: string[] = [];
      return {
        step(response) {
          const said = response?.toString() ?? '';
          // PLAIN parts what it says by NUL, SCRAM has n=; LOGIN and CRAM-MD5 begin with the name.
          named.push(...said.split(/[\0 ]/), /n=([^,]+)/.exec(said)?.[1] ?? '');
          const step = exchange.step(response);
          if (step.kind !== 'failure') return step;
          const account = named.map((name) => auth.find(name)).find((found) => found !== undefined);
          return account ? { kind: 'success', account } : step;
        },
      };
    },
  };
}
