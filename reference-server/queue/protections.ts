/** Makes what says what TLS has to be on the way out, from the relay's options. */

import type { Resolver } from '../dns/resolver';
import { SignedNames } from '../dns/signed-names';
import type { Clock } from '../net/clock';
import type { RelayOptions, Timeouts } from '../relay/options';
import { DomainPolicies } from '../relay/policies';
import { OPTIONAL, type Protections, protectionOf, SameProtection } from '../relay/protection';
import { SenderWishes } from '../relay/sender-wishes';
import { PolicyFetcher } from '../relay/sts/fetch-policy';
import { StsPolicies } from '../relay/sts/policies';
import { type Replacements, replaced } from '../seams';
import type { RelayParts } from './seams';

const HTTPS_PORT = 443;

export interface ProtectionMaking {
  readonly clock: Clock;
  readonly random: (octets: number) => Buffer;
  readonly resolver: Resolver;
  readonly timeouts: Timeouts;
  readonly log: (line: string) => void;
  readonly guests: Replacements<RelayParts>;
}

export function protectionsOf(relay: RelayOptions, making: ProtectionMaking): Protections {
  const { smarthost, dane, mtaSts, authorities, policyPort = HTTPS_PORT } = relay;
  const { clock, random, resolver, timeouts, log, guests } = making;
  const usual = smarthost ? protectionOf(smarthost) : OPTIONAL;
  const names = replaced(
    new SignedNames({ servers: relay.nameServers, timeout: timeouts.dns, clock, random }),
    guests.signedNames,
  );
  const fetcher = replaced(
    new PolicyFetcher({ resolver, authorities, clock, port: policyPort, timeout: timeouts.policy }),
    guests.policyFetcher,
  );
  const sts = mtaSts ? replaced(new StsPolicies({ names, fetcher, clock, log }), guests.stsPolicies) : undefined;
  const asked = { usual, names: dane ? names : undefined, sts, smarthost: smarthost?.host };
  const domains = dane || mtaSts ? new DomainPolicies(asked) : new SameProtection(usual);
  return replaced(new SenderWishes({ ...asked, domains }), guests.wishes);
}
