/** Makes the parts of a server from its options. */

import { randomBytes } from 'node:crypto';
import { Authenticator } from './auth/authenticator';
import { Directory } from './auth/directory';
import type { ServerContext } from './context';
import type { Delivery } from './delivery/delivery';
import { MailDelivery } from './delivery/mail-delivery';
import { Reports } from './delivery/report/reports';
import { Faults } from './faults/faults';
import { DEFAULT_LIMITS, type Limits } from './limits';
import { systemClock } from './net/clock';
import { Networks } from './net/networks';
import { OwnPlaces } from './net/own-places';
import type { ServerOptions } from './options';
import { makePolicies, makeSigner } from './policies/make-policies';
import { PROFILES, type Profile } from './profiles';
import { makeQueue } from './queue/make-queue';
import type { RelayParts } from './queue/seams';
import { composed, replaced } from './seams';
import { type Protocol, type ServiceName, serviceNamed } from './services';
import { BOARD, ensureShared } from './shared-folders';
import { openStore } from './store/store';
import { NO_IDENTITY, tlsIdentity } from './tls/identity';
import { Protection } from './tls/protection';

/** The limits as the options, then the profile, then the defaults say. */
export function limitsOf(options: ServerOptions, profile: Profile): Limits {
  return { ...DEFAULT_LIMITS, ...profile.limits, ...options.limits };
}

/** Opens the store, makes the accounts and, where a port needs it, the certificate. */
export async function assemble(options: ServerOptions): Promise<ServerContext> {
  const profile = PROFILES[options.profile ?? 'default']!;
  const {
    hostname = 'mail.example.test',
    accounts = [],
    aliases = {},
    clock = systemClock(),
    random = randomBytes,
  } = options;
  const domains = options.domains ?? domainsOf(accounts.map(({ address }) => address));
  const limits = limitsOf(options, profile);
  const use = options.tls ?? profile.tls ?? 'optional';
  const names = Object.keys(options.listen ?? {}) as ServiceName[];
  const implicit = names.some((name) => serviceNamed(name).implicitTls);
  const identity = use === 'none' && !implicit ? NO_IDENTITY : await tlsIdentity(hostname, options);
  const now = () => clock.now();
  const store = openStore({ now, ...(options.data === undefined ? {} : { file: options.data }) });
  const auth = new Authenticator({ store, random, hostname, domain: domains[0]!, now });
  auth.ensure(accounts, limits.quota);
  ensureShared(store, options.shared ?? BOARD);
  const without = (protocol: Protocol) => new Set(profile.without?.[protocol] ?? []);
  const log = options.log ?? (() => {});
  const tls = new Protection(identity, { use, log, names: options.tlsNames });
  const directory = new Directory({ store, domains, aliases, postmaster: accounts[0]?.address });
  const { seams } = options;
  const relay = options.relay && { ...profile.relay, ...options.relay };
  const guests = composed<unknown, unknown, unknown, RelayParts>(seams?.relay ?? []).parts;
  const reports = replaced(new Reports({ hostname, domains }), guests?.reports);
  const parts = { hostname, domains, store, directory, reports, clock, random, log };
  const own = new OwnPlaces();
  const policies =
    options.policies &&
    makePolicies({ hostname, domains, clock, random, options: options.policies, guests: seams?.unwanted });
  const signer = options.policies && makeSigner({ clock, options: options.policies, guests: seams?.unwanted });
  const outgoing = relay && makeQueue({ parts, relay, own, signer, guests: seams?.relay });
  return {
    hostname,
    domains,
    outgoing,
    reports,
    policies,
    own,
    store,
    directory,
    auth,
    delivery: replaced<Delivery>(new MailDelivery({ ...parts, outgoing }), guests?.delivery),
    tls,
    maildrops: new Set(),
    clock,
    random,
    limits,
    log,
    faults: new Faults(options.faults),
    trusted: new Networks(relay?.networks ?? []),
    senders: options.submission?.senders ?? 'own',
    refusesSessions: profile.refusesSessions ?? false,
    without: { smtp: without('smtp'), lmtp: without('lmtp'), pop3: without('pop3'), imap: without('imap') },
  };
}

function domainsOf(addresses: readonly string[]): string[] {
  const domains = new Set(addresses.map((address) => address.slice(address.lastIndexOf('@') + 1).toLowerCase()));
  return domains.size > 0 ? [...domains] : ['example.test'];
}
