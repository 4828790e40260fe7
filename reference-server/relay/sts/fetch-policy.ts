/** Fetches a domain's policy from its policy host (RFC 8461 §3.3). */

import type { LookupFunction } from 'node:net';
import type { Agent } from 'undici';
import type { Resolver } from '../../dns/resolver';
import type { Clock } from '../../net/clock';
import type { Authorities } from '../protection';

export interface FetchOptions {
  readonly resolver: Pick<Resolver, 'addresses'>;
  readonly authorities: Authorities;
  readonly clock: Clock;
  /** 443, but for tests. */
  readonly port: number;
  /** Milliseconds for all of it. */
  readonly timeout: number;
}

/** RFC 8461 §3.3 */
const MOST_OCTETS = 64 * 1024;

/** Loaded with the first policy: few servers ever fetch one. */
const undici = () => require('undici') as typeof import('undici');

export class PolicyFetcher {
  constructor(private readonly options: FetchOptions) {}

  /** The text of the policy. Throws an Error that says why there is none. */
  async fetch(domain: string): Promise<string> {
    const { port, clock, timeout } = this.options;
    const dispatcher = this.agent();
    const ending = new AbortController();
    const cancel = clock.after(timeout, () => ending.abort(new Error('the policy host did not answer in time')));
    try {
      // Redirects are not followed, and nothing is cached, unless undici is told so.
      const { statusCode, headers, body } = await undici().request(
        `https://mta-sts.${domain}${port === 443 ? '' : `:${port}`}/.well-known/mta-sts.txt`,
        { dispatcher, signal: ending.signal },
      );
      if (statusCode !== 200) throw new Error(`the policy host answered ${statusCode}`);
      if (!/^text\/plain\s*(?:;|$)/i.test(String(headers['content-type']))) throw new Error('the policy is no text');
      return await limited(body);
    } finally {
      cancel();
      await dispatcher.destroy();
    }
  }

  /** For one policy: what it trusts and where it finds hosts is this server's own affair. */
  private agent(): Agent {
    const { authorities } = this.options;
    const lookup: LookupFunction = (host, options, found) => void this.lookUp(host, options.all === true, found);
    return new (undici().Agent)({ pipelining: 0, connect: { ...(authorities ? { ca: authorities } : {}), lookup } });
  }

  private async lookUp(host: string, all: boolean, found: Parameters<LookupFunction>[2]): Promise<void> {
    const answer = await this.options.resolver.addresses(host);
    if (answer.kind !== 'found') return void found(new Error(`the policy host has no address: ${answer.kind}`), '');
    const addresses = answer.records.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }));
    if (all) found(null, addresses);
    else found(null, addresses[0]!.address, addresses[0]!.family);
  }
}

async function limited(body: AsyncIterable<Buffer>): Promise<string> {
  const parts: Buffer[] = [];
  let length = 0;
  for await (const part of body) {
    length += part.length;
    if (length > MOST_OCTETS) throw new Error('the policy is too long');
    parts.push(part);
  }
  return Buffer.concat(parts).toString('utf8');
}
