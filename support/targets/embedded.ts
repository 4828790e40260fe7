/** The bundled server as a target. The one file of the suite that may start it. */
import { startServer } from '../../reference-server/index';
import { DEFAULT_LIMITS } from '../../reference-server/limits';
import type { RunningServer, ServerOptions } from '../../reference-server/options';
import { PROFILES } from '../../reference-server/profiles';
import { NotApplicable } from '../outcome';
import { freePorts } from '../presets/free-ports';
import { CapabilityCache } from './capabilities/cache';
import { discover } from './capabilities/discover';
import type { Endpoint } from './client/reach';
import { Mailboxes } from './described/mailboxes';
import type { EmbeddedDescription } from './description';
import type { Look } from './inbox/look';
import { Pop3Inbox } from './inbox/pop3';
import { smtpSender } from './put/smtp';
import { SERVICES } from './services';
import type {
  Account,
  AccountName,
  Capabilities,
  CapabilityState,
  Clients,
  OutsideSettings,
  Service,
  ServiceName,
  Target,
  Timing,
} from './target';
import { UsageError } from './usage-error';
import type { Vital } from './vital';

export type { RunningServer, ServerOptions } from '../../reference-server/options';

export const BUNDLED_NAME = 'the bundled server';
const DOMAIN = 'example.test';
/** Sessions come from 127.0.0.1 where a scenario says nothing else. Only Linux and Windows have the other addresses of 127.0.0.0/8 without a word. */
export const CLIENTS: Clients =
  process.platform === 'darwin' ? { stranger: '127.0.0.1' } : { trusted: '127.0.99.1', stranger: '127.0.0.1' };
/** The networks that the bundled server trusts for it. */
export const TRUSTED_NETWORKS = ['127.0.99.0/24'];
const PASSWORD = 'mailspec-secret';
const CAROLS_PASSWORD = 'a secret with spaces';
/** What bearers say (RFC 6750); each account has its own. */
const tokenOf = (local: string) => `mailspec.token.${local}`;
const expiredTokenOf = (local: string) => `mailspec.expired.${local}`;

/** What the bundled server is started with, and the named mistakes that it is to make. */
export interface BundledOptions extends ServerOptions {
  defects?: string[];
}

/** Starts the bundled server. @throws UsageError `no-profile`, `no-defect` for a name that it does not know */
export async function startBundled({ defects = [], ...options }: BundledOptions): Promise<RunningServer> {
  const { profile } = options;
  if (profile !== undefined && PROFILES[profile] === undefined) {
    const known = Object.keys(PROFILES).join(', ');
    throw new UsageError('no-profile', `the bundled server has no profile ${profile}; it has ${known}`);
  }
  return await startServer(defects.length === 0 ? options : { ...options, seams: seamsOf(defects) });
}

/** The mistakes are loaded when one is asked for: hundreds of them cost time that most runs need not pay. */
function seamsOf(defects: readonly string[]): ServerOptions['seams'] {
  const { mistakes } = require('../../defects/index') as typeof import('../../defects/index');
  try {
    return mistakes(defects);
  } catch (error) {
    throw new UsageError('no-defect', error instanceof Error ? error.message : String(error));
  }
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
    return [{ name, host: '127.0.0.1', port, tls, login: inClear ? 'plain' : 'after-tls' }];
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
export async function openEmbedded({ profile = 'default', defects = [] }: EmbeddedDescription): Promise<Target> {
  const [dns, mxPort] = await freePorts(2);
  const outside: OutsideSettings = { dns: { host: '127.0.0.1', port: dns! }, mxPort: mxPort! };
  const running = new Map<string, Promise<EmbeddedTarget>>();
  const inProfile = (name: string): Promise<EmbeddedTarget> => {
    const wanted = name === 'default' ? profile : name;
    const target = running.get(wanted) ?? startTarget({ profile: wanted, defects, outside }, inProfile, closeAll);
    running.set(wanted, target);
    return target;
  };
  const closeAll = async () => {
    const targets = await Promise.all(running.values());
    running.clear();
    await Promise.all(targets.map((target) => target.server.close()));
  };
  return await inProfile(profile);
}

interface Wanted {
  profile: string;
  defects: string[];
  outside: OutsideSettings;
}

async function startTarget(
  { profile, defects, outside }: Wanted,
  inProfile: (name: string) => Promise<EmbeddedTarget>,
  closeAll: () => Promise<void>,
): Promise<EmbeddedTarget> {
  const listen = Object.fromEntries(SERVICES.map((name) => [name, { port: 0 }]));
  // RFC 5321 §4.5.1: somebody reads postmaster's mail, though no scenario looks at it.
  const tokens = [{ value: tokenOf('postmaster') }];
  const accounts = [{ address: `postmaster@${DOMAIN}`, password: PASSWORD, keepSecret: true, tokens }];
  const server = await startBundled({
    domains: [DOMAIN],
    accounts,
    listen,
    profile,
    defects,
    relay: { networks: TRUSTED_NETWORKS },
  });
  return new EmbeddedTarget(server, profile, outside, inProfile, closeAll, defects.length > 0 ? HASTY : PATIENT);
}

/** A loaded machine may keep a right server waiting. */
const PATIENT: Timing = { reply: 5_000, delivery: 5_000, retry: 2_000, giveUp: 8_000 };
/** A mistake may be silence: nobody wants to wait for it hundreds of times. */
const HASTY: Timing = { ...PATIENT, reply: 1_000, delivery: 1_000 };

class EmbeddedTarget implements Target {
  readonly name = BUNDLED_NAME;
  readonly domains = [DOMAIN];
  readonly sender = 'someone@elsewhere.test';
  readonly unknown = `nobody@${DOMAIN}`;
  readonly limits: Target['limits'];
  readonly profiles = Object.keys(PROFILES);
  readonly clients = CLIENTS;
  readonly accountCount = 3;
  readonly missingWays = [];
  readonly canRestart = true;
  private readonly services: Service[];
  private readonly known = new CapabilityCache();
  private readonly mailboxes: Mailboxes;
  private readonly maildrops: Pop3Inbox;
  private cast = new Map<AccountName, Account>();
  private scenario = 0;

  constructor(
    readonly server: RunningServer,
    profile: string,
    readonly outside: OutsideSettings,
    readonly inProfile: (name: string) => Promise<Target>,
    readonly close: () => Promise<void>,
    readonly timing: Timing,
  ) {
    this.services = servicesOf(server, profile);
    this.limits = limitsOf(profile);
    this.mailboxes = new Mailboxes(this.endpoint('imap'));
    this.maildrops = new Pop3Inbox(this.endpoint('pop3')!, () => undefined);
  }

  /** Made when it is asked for: a certificate costs time that most scenarios need not pay. */
  get tls(): Target['tls'] {
    return { ca: this.server.ca, servername: 'localhost' };
  }

  service(name: ServiceName): Service | undefined {
    return this.services.find((service) => service.name === name);
  }

  async capabilities(name: ServiceName, state: CapabilityState): Promise<Capabilities> {
    const endpoint = this.endpoint(name);
    if (!endpoint) throw new NotApplicable('no-service', `needs the service ${name}`);
    return await this.known.get(name, state, () => discover(endpoint, state, this.account('alice').login(name)));
  }

  /** Every scenario has accounts of its own, made when they are first named. */
  account(name: AccountName): Account {
    const known = this.cast.get(name);
    if (known) return known;
    const local = `${name}-${this.scenario}`;
    const address = `${local}@${DOMAIN}`;
    // RFC 1939 §13: who logs in by PASS is not let in by APOP. Carol's account is the one that keeps its secret.
    const password = name === 'carol' ? CAROLS_PASSWORD : PASSWORD;
    const [token, expiredToken] = [tokenOf(local), expiredTokenOf(local)];
    const tokens = [{ value: token }, { value: expiredToken, expires: 1 }];
    this.server.addAccount({ address, password, keepSecret: name === 'carol', tokens });
    const login = () => ({ user: address, password });
    const account: Account = { address, local, domain: DOMAIN, token, expiredToken, login };
    this.cast.set(name, account);
    return account;
  }

  async beginScenario(): Promise<void> {
    this.scenario++;
    this.cast = new Map();
  }

  /** The accounts that hold mail are not used again. */
  async endScenario(): Promise<void> {}

  /** Nothing is read over the wire. */
  takeBreaches(): [] {
    return [];
  }

  async inbox(account: Account): Promise<Look> {
    return { messages: this.server.inbox(account.address), unread: [] };
  }

  async empty(account: Account): Promise<void> {
    if (this.server.inbox(account.address).length === 0) return;
    await this.maildrops.empty(account);
  }

  async put(account: Account, message: Buffer): Promise<void> {
    this.server.deposit(account.address, message);
  }

  async send(envelope: { from: string; to: string[] }, message: Buffer): Promise<void> {
    await smtpSender(this.endpoint('smtp')!).send(envelope, message);
  }

  namespace(): Promise<{ prefix: string; delimiter: string }> {
    return this.mailboxes.namespace(this.account('alice'));
  }

  /** The accounts that hold them are not used again. */
  async removeMailboxes(): Promise<void> {}

  async restart(): Promise<void> {
    await this.server.restart();
  }

  /** It lives in this very process. */
  async vital(): Promise<Vital> {
    return { state: 'alive' };
  }

  private endpoint(name: ServiceName): Endpoint | undefined {
    const service = this.service(name);
    if (!service) return undefined;
    const target = this;
    return {
      service,
      timeout: this.timing.reply,
      get tls() {
        return target.tls;
      },
    };
  }
}
