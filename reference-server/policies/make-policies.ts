/** Makes the policies that are asked for. */

import { NodeResolver } from '../dns/node-resolver';
import type { Clock } from '../net/clock';
import { composed, replaced } from '../seams';
import { Blocklists } from './blocklists';
import { ContentCheck } from './content';
import { Dkim } from './dkim/dkim';
import { DkimSigner } from './dkim/signer';
import { Dmarc } from './dmarc/dmarc';
import { Greylist } from './greylist';
import type { PolicyOptions } from './options';
import { Policies } from './policies';
import { Rate } from './rate';
import { Results } from './results/results';
import type { UnwantedParts, UnwantedSeams } from './seams';
import { SenderCheck } from './sender';
import { Spf } from './spf/spf';

const DNS_TIMEOUT = 5000;

export interface PolicyMaking {
  readonly hostname: string;
  readonly domains: readonly string[];
  readonly clock: Clock;
  readonly random: (octets: number) => Buffer;
  readonly options: PolicyOptions;
  readonly guests?: readonly UnwantedSeams[] | undefined;
}

export function makePolicies({ hostname, domains, clock, random, options, guests = [] }: PolicyMaking): Policies {
  const seams = composed<unknown, unknown, unknown, UnwantedParts>(guests).parts ?? {};
  const names = replaced(
    options.names ?? new NodeResolver({ servers: options.nameServers, timeout: DNS_TIMEOUT }),
    seams.names,
  );
  const spf = replaced(new Spf({ names, clock, hostname }), seams.spf);
  const { greylisting, blocklists, rate } = options;
  const dkim = replaced(new Dkim({ names, clock }), seams.dkim);
  const dmarc = options.dmarc ? replaced(new Dmarc({ names, random }), seams.dmarc) : undefined;
  return new Policies({
    rate: rate && replaced(new Rate(clock, rate), seams.rate),
    blocklists: blocklists && replaced(new Blocklists(names, blocklists), seams.blocklists),
    greylist: greylisting && replaced(new Greylist(clock, greylisting), seams.greylist),
    sender:
      options.spf || options.dmarc
        ? replaced(new SenderCheck({ spf, hostname, isStrict: options.spf === 'strict' }), seams.sender)
        : undefined,
    forbids: Boolean(options.spf),
    content: options.dkim || dmarc ? replaced(new ContentCheck({ dkim, dmarc }), seams.content) : undefined,
    receivedSpf: options.receivedSpf ?? false,
    results: options.results ? replaced(new Results({ hostname, domains }), seams.results) : undefined,
  });
}

/** What signs, where that is asked for. */
export function makeSigner({ clock, options, guests = [] }: Pick<PolicyMaking, 'clock' | 'options' | 'guests'>) {
  const { parts = {} } = composed<unknown, unknown, unknown, UnwantedParts>(guests);
  return options.signing && replaced(new DkimSigner({ clock, options: options.signing }), parts.signer);
}
