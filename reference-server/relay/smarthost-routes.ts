/** The way through a smarthost: it gets everything (RFC 5321 §3.6.3). */

import { isIP } from 'node:net';
import type { Resolver } from '../dns/resolver';
import type { Smarthost } from './options';
import { type Outcome, unreached } from './outcome';
import type { Hop } from './routes';

export class SmarthostRoutes {
  constructor(
    private readonly smarthost: Smarthost,
    readonly resolver: Resolver,
  ) {}

  /** What fails here is a matter of this server's configuration: no sender is told before the time is over. */
  async *hops(): AsyncGenerator<Hop, Outcome, void> {
    const { host: name, port } = this.smarthost;
    const answer = isIP(name) === 0 ? await this.resolver.addresses(name) : { kind: 'found' as const, records: [name] };
    if (answer.kind !== 'found') return unreached('4.4.3', `the smarthost ${name} has no address: ${answer.kind}`);
    for (const address of answer.records) yield { name, address, port };
    return unreached('4.4.1', `the smarthost ${name} was of no use`);
  }
}
