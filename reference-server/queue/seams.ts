/** Where somebody may step in on the way out. */

import type { Delivery } from '../delivery/delivery';
import type { Reports } from '../delivery/report/reports';
import type { Resolver } from '../dns/resolver';
import type { SignedNames } from '../dns/signed-names';
import type { Dialogue } from '../relay/dialogue';
import type { Protections } from '../relay/protection';
import type { Routes } from '../relay/routes';
import type { SenderWishes } from '../relay/sender-wishes';
import type { SmarthostRoutes } from '../relay/smarthost-routes';
import type { PolicyFetcher } from '../relay/sts/fetch-policy';
import type { StsPolicies } from '../relay/sts/policies';
import type { Replacements } from '../seams';
import type { MessageQueue } from '../store/queue-types';
import type { Retries } from './retries';

/** What the way out is made of. */
export interface RelayParts {
  /** What becomes of a message that was handed in, whoever did. */
  readonly delivery: Delivery;
  readonly resolver: Resolver;
  /** Not asked where there is a smarthost. */
  readonly routes: Routes;
  /** Asked where there is one. */
  readonly smarthost: SmarthostRoutes;
  /** What is said of names with signatures, and of policies without. */
  readonly signedNames: SignedNames;
  readonly policyFetcher: PolicyFetcher;
  /** The policies of domains, as they are remembered. */
  readonly stsPolicies: StsPolicies;
  /** What senders ask of TLS on the way. */
  readonly wishes: SenderWishes;
  /** What TLS has to be on the way. */
  readonly protections: Protections;
  /** One for each connection. */
  readonly dialogue: Dialogue;
  readonly retries: Retries;
  /** What senders are told, of mail that was delivered here too. */
  readonly reports: Reports;
  /** What is written down of messages and recipients. */
  readonly kept: MessageQueue;
}

export interface RelaySeams {
  parts?: Replacements<RelayParts>;
}
