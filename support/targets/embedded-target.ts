/** The bundled server as scenarios see it: reached over its services, and where that is only in the way, directly. */
import { publicKey } from '../dialogue/dkim/keys';
import { NotApplicable } from '../outcome';
import type { Alias, AliasKind } from './aliases';
import { CapabilityCache } from './capabilities/cache';
import { announcedAndQuota } from './capabilities/quota-root';
import type { Endpoint } from './client/reach';
import { Mailboxes } from './described/mailboxes';
import { EMBEDDED_DOMAIN, EmbeddedCast, type NewAccount, SIGNING_KEY } from './embedded-cast';
import { EmbeddedTime } from './embedded-time';
import type { Look } from './inbox/look';
import { Pop3Inbox } from './inbox/pop3';
import type { PolicyWord } from './policies';
import { smtpSender } from './put/smtp';
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
import type { Vital } from './vital';

/** What is done with the running server directly. */
interface Embedded {
  readonly ca: string;
  addAccount(account: NewAccount): void;
  addAlias(address: string, to: string[]): void;
  deposit(address: string, message: Buffer): void;
  inbox(address: string): Buffer[];
  queue(): { recipients: readonly { state: string; due: number | undefined }[] }[];
  clearQueue(): Promise<void>;
  restart(): Promise<void>;
  kill(): Promise<void>;
}

/** What it is among the servers of the process. */
interface Membership {
  services: readonly Service[];
  limits: Target['limits'];
  profiles: readonly string[];
  timing: Timing;
  outside: OutsideSettings;
  policies: readonly PolicyWord[];
  clients: Clients;
  /** Whether it knows senders again. */
  remembers: boolean;
  /** Where time may be moved on. */
  clock?: { now(): number; advance(milliseconds: number): void };
  inProfile(name: string): Promise<Target>;
  facingOutside(): Promise<Target>;
  withPolicies(policies: readonly PolicyWord[]): Promise<Target>;
  withWebmail(): Promise<Target>;
  /** Where its webmail is, where it was asked for. */
  web: string | undefined;
  /** Closes them all. */
  close(): Promise<void>;
}

/** Milliseconds after which nobody remembers who has come. */
const FORGOTTEN = 40 * 86_400_000;

export class EmbeddedTarget implements Target {
  readonly name = 'the bundled server';
  readonly domains = [EMBEDDED_DOMAIN];
  readonly sender = 'someone@elsewhere.test';
  readonly unknown = `nobody@${EMBEDDED_DOMAIN}`;
  readonly limits: Target['limits'];
  readonly profiles: readonly string[];
  readonly timing: Timing;
  readonly outside: OutsideSettings;
  readonly policies: readonly PolicyWord[];
  readonly clients: Clients;
  readonly accountCount = 3;
  readonly missingWays = [];
  readonly webmail: Target['webmail'];
  readonly canRestart = true;
  readonly mayWait = true;
  private readonly known = new CapabilityCache();
  private readonly mailboxes: Mailboxes;
  private readonly maildrops: Pop3Inbox;
  private readonly cast: EmbeddedCast;
  private readonly time: EmbeddedTime;

  constructor(
    private readonly server: Embedded,
    private readonly membership: Membership,
  ) {
    const { limits, profiles, timing, outside, policies, clients, web } = membership;
    this.limits = limits;
    this.profiles = profiles;
    this.timing = timing;
    this.outside = outside;
    this.policies = policies;
    this.clients = clients;
    this.webmail = web === undefined ? undefined : { url: web, adapter: 'reference' };
    this.mailboxes = new Mailboxes(this.endpoint('imap'));
    this.maildrops = new Pop3Inbox(this.endpoint('pop3')!, () => undefined);
    this.cast = new EmbeddedCast(server);
    this.time = new EmbeddedTime(server, membership.clock);
  }

  /** Made when they are asked for. */
  get dkimKeys(): Target['dkimKeys'] {
    return { [`${SIGNING_KEY}._domainkey.${EMBEDDED_DOMAIN}`]: `v=DKIM1; p=${publicKey(Buffer.from(SIGNING_KEY))}` };
  }

  /** Made when it is asked for: a certificate costs time that most scenarios need not pay. */
  get tls(): Target['tls'] {
    return { ca: this.server.ca, servername: 'localhost' };
  }

  service(name: ServiceName): Service | undefined {
    return this.membership.services.find((service) => service.name === name);
  }

  async capabilities(name: ServiceName, state: CapabilityState): Promise<Capabilities> {
    const endpoint = this.endpoint(name);
    if (!endpoint) throw new NotApplicable('no-service', `needs the service ${name}`);
    return await this.known.get(name, state, () =>
      announcedAndQuota(endpoint, state, this.account('alice').login(name)),
    );
  }

  account(name: AccountName): Account {
    return this.cast.account(name);
  }

  get aliasDomains(): string[] {
    return [this.cast.aliasDomain];
  }

  alias(kind: AliasKind): Alias {
    return this.cast.alias(kind);
  }

  /** Whom an earlier scenario made known is new again, however long that is remembered. */
  async beginScenario(): Promise<void> {
    this.cast.renew();
    if (this.membership.remembers) this.time.pass(FORGOTTEN);
  }

  /** The accounts that hold mail are not used again. What waits for elsewhere would have its time in a scenario that moves it on. */
  async endScenario(): Promise<void> {
    await this.server.clearQueue();
  }

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

  async pass(milliseconds: number): Promise<void> {
    this.time.pass(milliseconds);
  }

  async restart(): Promise<void> {
    await this.server.restart();
  }

  async kill(): Promise<void> {
    await this.server.kill();
  }

  inProfile(name: string): Promise<Target> {
    return this.membership.inProfile(name);
  }

  facingOutside(): Promise<Target> {
    return this.membership.facingOutside();
  }

  withPolicies(policies: readonly PolicyWord[]): Promise<Target> {
    return this.membership.withPolicies(policies);
  }

  withWebmail(): Promise<Target> {
    return this.membership.withWebmail();
  }

  async bringForward(): Promise<'brought' | 'busy' | 'nothing'> {
    return this.time.bringForward();
  }

  async close(): Promise<void> {
    await this.membership.close();
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
