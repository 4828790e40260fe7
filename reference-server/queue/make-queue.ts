/** Makes the way out from its options. */

import type { DeliveryParts } from '../delivery/parts';
import { NodeResolver } from '../dns/node-resolver';
import type { OwnPlaces } from '../net/own-places';
import type { RelayOptions } from '../relay/options';
import { Relay } from '../relay/relay';
import { Routes } from '../relay/routes';
import type { Signer } from '../relay/signer';
import { SmarthostRoutes } from '../relay/smarthost-routes';
import { DEFAULT_TIMEOUTS } from '../relay/timeouts';
import { composed, replaced } from '../seams';
import { protectionsOf } from './protections';
import { MailQueue } from './queue';
import { DEFAULT_RETRIES, Retries } from './retries';
import type { RelayParts, RelaySeams } from './seams';

const SMTP_PORT = 25;
const CONNECTIONS = 5;

export interface QueueMaking {
  readonly parts: Omit<DeliveryParts, 'outgoing'>;
  readonly relay: RelayOptions;
  readonly own: OwnPlaces;
  /** Where what goes out is signed. */
  readonly signer?: Signer | undefined;
  readonly guests?: readonly RelaySeams[] | undefined;
}

export function makeQueue({ parts, relay, own, signer, guests = [] }: QueueMaking): MailQueue {
  const { hostname, clock, random } = parts;
  const { smarthost, port = SMTP_PORT, connections = CONNECTIONS } = relay;
  const seams = composed<unknown, unknown, unknown, RelayParts>(guests).parts ?? {};
  const timeouts = { ...DEFAULT_TIMEOUTS, ...relay.timeouts };
  const resolver = replaced(
    relay.resolver ?? new NodeResolver({ servers: relay.nameServers, timeout: timeouts.dns }),
    seams.resolver,
  );
  const routes = smarthost
    ? replaced(new SmarthostRoutes(smarthost, resolver), seams.smarthost)
    : replaced(new Routes({ resolver, hostname, own, random, port }), seams.routes);
  const protections = replaced(
    protectionsOf(relay, { clock, random, resolver, timeouts, log: parts.log, guests: seams }),
    seams.protections,
  );
  const { retry, giveUp, delayNotice } = { ...DEFAULT_RETRIES, ...relay };
  const { store } = parts;
  const queue = replaced(store.queue, seams.kept);
  return new MailQueue(queue === store.queue ? parts : { ...parts, store: { ...store, queue } }, {
    relay: new Relay({
      ...{ hostname, routes, smarthost, protections, clock, timeouts },
      authorities: relay.authorities,
      signer,
      dialogue: seams.dialogue,
    }),
    retries: replaced(new Retries({ retry, giveUp, delayNotice }), seams.retries),
    connections,
  });
}
