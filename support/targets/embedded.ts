/** The bundled server as a target. The one file of the suite that may start it. */
import { type OpenDeskOptions, withDesk } from '../../reference-server/control/open-desk';
import { startServer } from '../../reference-server/index';
import { DEFAULT_LIMITS } from '../../reference-server/limits';
import { movableClock } from '../../reference-server/net/clock';
import type { RunningServer, ServerOptions } from '../../reference-server/options';
import { PROFILES } from '../../reference-server/profiles';
import type { Hastened, QueueDesk, QueuePage, Removed } from '../../reference-server/queue/desk';
import type { QueuedView, QueueView } from '../../reference-server/queue/view';
import type { Smarthost } from '../../reference-server/relay/options';
import type { RunningWebmail, WebmailOptions } from '../../reference-server/webmail/options';
import { authorityCertificate } from '../authority';
import { signingKey } from '../dialogue/dkim/keys';
import { freePorts } from '../presets/free-ports';
import type { EmbeddedDescription } from './description';
import { EMBEDDED_DOMAIN, POSTMASTER, SIGNING_KEY } from './embedded-cast';
import { EmbeddedTarget } from './embedded-target';
import { insteadOf } from './nearest';
import { longer } from './patience';
import { POLICIES, type PolicyWord } from './policies';
import { SERVICES } from './services';
import type { Clients, OutsideSettings, Service, ServiceName, Target, Timing } from './target';
import { UsageError } from './usage-error';

export { ControlError } from '../../reference-server/control/errors';
export type { RunningServer, ServerOptions } from '../../reference-server/options';
export type { RunningWebmail } from '../../reference-server/webmail/options';
export type { Hastened, QueueDesk, QueuedView, QueuePage, QueueView, Removed };

const HOST = '127.0.0.1';
/** Sessions come from 127.0.0.1 where a scenario says nothing else. Only Linux and Windows have the other addresses of 127.0.0.0/8 without a word. */
export const CLIENTS: Clients =
  process.platform === 'darwin' ? { stranger: HOST } : { trusted: '127.0.99.1', stranger: HOST };
/** What clients call the bundled server. */
const TLS_NAMES = ['localhost', 'mail.example.test'];
/** The networks that the bundled server trusts for it. */
export const TRUSTED_NETWORKS = ['127.0.99.0/24'];

/** What the bundled server is started with, and the named mistakes that it is to make. */
export interface BundledOptions extends ServerOptions {
  defects?: string[];
}

/** The bundled webmail over any mail system. Its libraries are loaded where one is asked for. */
export async function startWebmailFor(options: WebmailOptions): Promise<RunningWebmail> {
  const { startWebmail } =
    require('../../reference-server/webmail/index') as typeof import('../../reference-server/webmail/index');
  return await startWebmail(options);
}

/** Starts the bundled server. @throws UsageError `no-profile`, `no-defect` for a name that it does not know */
export async function startBundled({ defects = [], ...options }: BundledOptions): Promise<RunningServer> {
  checkProfile(options.profile);
  return await startServer(defects.length === 0 ? options : { ...options, seams: seamsOf(defects) });
}

/**
 * Lets `work` have the queue of a bundled server, whether it runs in another process or is stopped.
 * @throws UsageError `no-profile`, ControlError
 */
export async function withQueue<T>(options: OpenDeskOptions, work: (desk: QueueDesk) => Promise<T>): Promise<T> {
  checkProfile(options.profile);
  return await withDesk(options, work);
}

function checkProfile(profile: string | undefined): void {
  if (profile === undefined || PROFILES[profile] !== undefined) return;
  const known = Object.keys(PROFILES);
  const instead = insteadOf(profile, known, `it has ${known.join(', ')}`);
  throw new UsageError('no-profile', `the bundled server has no profile ${profile}; ${instead}`);
}

/** Every mistake that the bundled server can be made to make, by name. */
export function allMistakes(): { name: string; mistake: string; reference: string }[] {
  return Object.values(loadMistakes().LISTS).flat();
}

function seamsOf(defects: readonly string[]): ServerOptions['seams'] {
  const { mistakes } = loadMistakes();
  const known = allMistakes().map(({ name }) => name);
  for (const name of defects) {
    if (known.includes(name)) continue;
    const instead = insteadOf(name, known, '`mailspec list mistakes` shows all');
    throw new UsageError('no-defect', `there is no defect ${name}: ${instead}`);
  }
  return mistakes(defects);
}

/** They are loaded when one is asked for: hundreds of them cost time that most runs need not pay. */
function loadMistakes() {
  return require('../../defects/index') as typeof import('../../defects/index');
}

/** The services of a running server, as a target file would name them. */
export function servicesOf({ ports }: RunningServer, profile = 'default'): Service[] {
  const upgrade = PROFILES[profile]?.tls ?? 'optional';
  return SERVICES.flatMap((name): Service[] => {
    const port = ports[name];
    if (port === undefined) return [];
    const tls = name.endsWith('s') ? 'implicit' : upgrade;
    // Where SMTP has TLS, no password is taken in clear.
    const inClear = tls === 'none' ? name !== 'smtp' : tls === 'optional' && !isSmtp(name);
    return [{ name, host: HOST, port, tls, login: inClear ? 'plain' : 'after-tls' }];
  });
}

function isSmtp(name: ServiceName): boolean {
  return name === 'smtp' || name === 'submission';
}

/** Wrong commands and failed logins that a connection survives, and connections at once, in a profile. */
export function limitsOf(profile = 'default'): Target['limits'] {
  const { errors, badLogins, connections } = { ...DEFAULT_LIMITS, ...PROFILES[profile]?.limits };
  return { errors: errors - 1, badLogins: badLogins - 1, connections };
}

/** Opens the bundled server as a target; other profiles are started when a scenario asks for them. */
export async function openEmbedded(description: EmbeddedDescription): Promise<Target> {
  const { profile = 'default', defects = [], hasty = false, patience = 1 } = description;
  const [dns, mxPort, smarthost, httpsPort] = await freePorts(4);
  const places = {
    dns: { host: HOST, port: dns! },
    mxPort: mxPort!,
    httpsPort: httpsPort!,
    smarthost: { host: HOST, port: smarthost! },
  };
  const timing = longer(hasty ? HASTY : PATIENT, patience);
  return await new Family(profile, defects, timing, places).member('default');
}

/** Where the suite plays the rest of the Internet for it. */
type Places = Required<Pick<OutsideSettings, 'dns' | 'mxPort' | 'httpsPort' | 'smarthost'>>;

/** Profiles in which the server hands all mail for elsewhere to one host, which the suite plays. */
const SMARTHOSTS: Readonly<Record<string, Pick<Smarthost, 'user' | 'password' | 'tls'>>> = {
  smarthost: {},
  'smarthost-tls': { tls: 'verified' },
  'smarthost-login': { user: 'relay@smarthost.test', password: 'mailspec-relay' },
};
/** Those that the bundled server can be started in. */
export const PROFILE_NAMES = Object.keys(PROFILES);
/** Those of the server, and those that are the suite's. */
export const ALL_PROFILES = [...Object.keys(PROFILES), ...Object.keys(SMARTHOSTS)];

interface Member {
  server: RunningServer;
  target: Target;
}

/** The servers of one process: each profile has its own, and so has what faces the rest of the Internet, where time may be moved on. */
class Family {
  private readonly running = new Map<string, Promise<Member>>();

  constructor(
    private readonly profile: string,
    private readonly defects: string[],
    private readonly timing: Timing,
    private readonly places: Places,
  ) {}

  async member(name: string, facing = false, policies: readonly PolicyWord[] = [], web = false): Promise<Target> {
    const profile = name === 'default' ? this.profile : name;
    const key = `${profile} ${facing} ${policies} ${web}`;
    const member = this.running.get(key) ?? this.start(profile, facing, policies, web);
    this.running.set(key, member);
    return (await member).target;
  }

  async close(): Promise<void> {
    const members = await Promise.all(this.running.values());
    this.running.clear();
    await Promise.all(members.map(({ server }) => server.close()));
  }

  private async start(
    profile: string,
    facing: boolean,
    policies: readonly PolicyWord[],
    web: boolean,
  ): Promise<Member> {
    const { defects } = this;
    const listen = Object.fromEntries(SERVICES.map((name) => [name, { port: 0 }]));
    const { relay, outside } = wayOut(this.places, profile);
    const clock = facing ? movableClock() : undefined;
    const authorities = facing ? { authorities: await authorityCertificate() } : {};
    const server = await startBundled({
      domains: [EMBEDDED_DOMAIN],
      accounts: [POSTMASTER],
      listen,
      profile: PROFILES[profile] ? profile : 'default',
      defects,
      relay: { ...relay, ...authorities, networks: TRUSTED_NETWORKS },
      tlsNames: TLS_NAMES,
      clock,
      // Loaded and started for those alone who come to it.
      ...(web && { webmail: { https: { port: 0 } } }),
      ...(policies.length > 0 && { policies: optionsOf(policies, relay.nameServers) }),
    });
    const target = new EmbeddedTarget(server, {
      services: servicesOf(server, profile),
      limits: limitsOf(profile),
      profiles: ALL_PROFILES,
      timing: this.timing,
      outside,
      policies: Object.keys(POLICIES) as PolicyWord[],
      clients: CLIENTS,
      remembers: policies.length > 0,
      ...(clock === undefined ? {} : { clock }),
      inProfile: (name) => this.member(name),
      facingOutside: () => this.member(profile, true),
      withPolicies: (wanted) => this.member(profile, facing, wanted),
      withWebmail: () => this.member(profile, facing, policies, true),
      web: server.webmail.https,
      close: () => this.close(),
    });
    return { server, target };
  }
}

/** Where it sends what is not its own, and where the suite waits for it. */
function wayOut({ dns, mxPort, httpsPort, smarthost }: Places, profile: string) {
  const login = SMARTHOSTS[profile];
  const nameServers = [`${dns.host}:${dns.port}`];
  if (login) return { relay: { nameServers, smarthost: { ...smarthost, ...login } }, outside: { mxPort, smarthost } };
  const relay = { nameServers, port: mxPort, dane: true, mtaSts: true, policyPort: httpsPort };
  return { relay, outside: { dns, mxPort, dane: true, mtaSts: true, httpsPort } };
}

/** The bundled server's words for these policies. */
function optionsOf(policies: readonly PolicyWord[], nameServers: string[]): ServerOptions['policies'] {
  const on = (word: PolicyWord) => policies.includes(word);
  return {
    nameServers,
    spf: on('spf') && 'strict',
    receivedSpf: on('received-spf'),
    dkim: on('dkim'),
    dmarc: on('dmarc'),
    results: on('results'),
    ...(on('greylisting') && { greylisting: { clients: on('greylisting-clients') } }),
    ...(on('dnsbl') && { blocklists: ['dnsbl.mailspec.test'] }),
    ...(on('dkim-signing') && { signing: signingOptions() }),
    ...(on('rate') && { rate: { messages: 20, within: AT_ONCE.rate } }),
  };
}

/** It signs with a key that the suite has. */
function signingOptions() {
  const key = signingKey(SIGNING_KEY).export({ format: 'pem', type: 'pkcs8' }).toString();
  return { domain: EMBEDDED_DOMAIN, selector: SIGNING_KEY, key };
}

/** Where it waits, its time is moved on. */
const AT_ONCE = { retry: 0, giveUp: 0, silence: 0, greylisting: 60_000, greylistingEnds: 86_400_000, rate: 60_000 };
/** A loaded machine may keep a right server waiting. */
const PATIENT: Timing = { reply: 5_000, delivery: 5_000, ...AT_ONCE };
const HASTY: Timing = { ...PATIENT, reply: 1_000, delivery: 1_000 };
