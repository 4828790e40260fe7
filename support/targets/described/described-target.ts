/** A target that a target file describes: reached over its services only. */
import { setTimeout as wait } from 'node:timers/promises';
import { judgedBy } from '../../judged-by';
import { Blocked, NotApplicable } from '../../outcome';
import { type Alias, type AliasKind, aliasOfKind, domainsBehind } from '../aliases';
import { CapabilityCache } from '../capabilities/cache';
import { announcedOrTried } from '../capabilities/tried';
import type { Endpoint } from '../client/reach';
import type { FileDescription } from '../description';
import { frontDoor } from '../front-door';
import type { Breach, Look } from '../inbox/look';
import { requestRestart, requestRevival } from '../launch/control';
import { vitalOf } from '../launch/revival';
import type { Account, AccountName, Capabilities, CapabilityState, Service, ServiceName, Target } from '../target';
import type { Vital } from '../vital';
import { castAccount, settledAccount } from './accounts';
import { Inboxes, NO_READER } from './inboxes';
import { Mailboxes } from './mailboxes';
import { type Ways, waysOf } from './ways';

export interface DescribedOptions {
  /** Whether --wipe allows to empty its mailboxes. */
  wipe: boolean;
  /** Whether --timers allows to wait for minutes. */
  timers?: boolean;
  /** Which of its accounts are ours: from this index up to, not including, that one. */
  accounts?: [from: number, to: number];
}

/** A message that is there to be asked for. */
const SOMETHING = Buffer.from('Subject: something to read\r\n\r\nNothing more.\r\n');

/** What scenarios, and who probes, are told where a target file gives no way. */
const NO_WAY = {
  read: NO_READER,
  put: 'needs a way to put mail: IMAP, LMTP, SMTP or deliver',
  send: 'needs a way to send mail: SMTP, LMTP, submission or deliver',
};

export class DescribedTarget implements Target {
  readonly name: string;
  readonly domains: readonly string[];
  readonly sender: string;
  readonly unknown: string | undefined;
  readonly timing: Target['timing'];
  readonly limits: Target['limits'];
  readonly clients: Target['clients'];
  readonly outside: Target['outside'];
  readonly policies: Target['policies'];
  readonly dkimKeys: Target['dkimKeys'];
  readonly webmail: Target['webmail'];
  readonly tls: Target['tls'];
  readonly profiles: readonly string[];
  private readonly accounts: readonly Account[];
  private readonly ways: Ways;
  private readonly known = new CapabilityCache();
  private readonly mailboxes: Mailboxes;
  private readonly inboxes: Inboxes;
  /** The accounts of the present scenario, and whether the suite itself has sent them mail. */
  private readonly cast = new Set<Account>();
  private mailed = false;
  /** What the readers saw go wrong: not told yet, and told. */
  private readonly seen = new Map<string, Breach>();
  private readonly told = new Set<string>();

  constructor(
    private readonly description: FileDescription,
    private readonly options: DescribedOptions,
  ) {
    const { settings, profiles } = description;
    this.name = settings.name;
    this.domains = settings.domains;
    this.sender = settings.sender;
    this.unknown = settings.unknown;
    this.timing = settings.timing;
    this.limits = settings.limits;
    this.clients = settings.clients ?? {};
    this.outside = settings.outside;
    this.policies = settings.policies ?? [];
    this.dkimKeys = settings.dkimKeys ?? {};
    this.webmail = settings.webmail;
    this.tls = settings.tls;
    this.profiles = ['default', ...Object.keys(profiles)];
    this.accounts = settings.accounts.map(settledAccount).slice(...(options.accounts ?? []));
    this.mailboxes = new Mailboxes(this.endpoint('imap') ?? this.endpoint('imaps'));
    this.ways = waysOf(
      settings,
      (name) => this.endpoint(name),
      (breach) => this.notice(breach),
    );
    this.inboxes = new Inboxes(this.ways.readers, this.accounts, this.mayEmpty);
  }

  get accountCount(): number {
    return this.accounts.length;
  }

  get missingWays(): string[] {
    const { readers, putter, sender } = this.ways;
    return [
      ...(readers.length === 0 ? [NO_WAY.read] : []),
      ...(putter === undefined ? [NO_WAY.put] : []),
      ...(sender === undefined ? [NO_WAY.send] : []),
    ];
  }

  get canRestart(): boolean {
    return this.description.control !== undefined;
  }

  service(name: ServiceName): Service | undefined {
    return this.description.settings.services.find((service) => service.name === name);
  }

  async capabilities(name: ServiceName, state: CapabilityState): Promise<Capabilities> {
    const endpoint = this.endpoint(name);
    if (!endpoint) throw new NotApplicable('no-service', `needs the service ${name}`);
    const alice = castAccount(this.accounts, 'alice');
    const mayPut = this.mayEmpty && this.ways.putter !== undefined;
    const fill = mayPut ? () => this.put(alice, SOMETHING) : undefined;
    return await this.known.get(name, state, () => announcedOrTried(endpoint, state, alice.login(name), fill));
  }

  account(name: AccountName): Account {
    const account = castAccount(this.accounts, name);
    this.cast.add(account);
    return account;
  }

  alias(kind: AliasKind): Alias | undefined {
    const { aliases = [], accounts } = this.description.settings;
    const bob = this.accounts.length > 1 ? this.account('bob').address : undefined;
    return aliasOfKind(kind, aliases, { domains: this.domains, accounts: accounts.map(({ address }) => address), bob });
  }

  get aliasDomains(): string[] {
    return domainsBehind(this.description.settings.aliases ?? [], this.domains);
  }

  async beginScenario(): Promise<void> {
    await this.inboxes.clear();
    this.cast.clear();
    this.mailed = false;
  }

  async endScenario(mayHaveSent: () => boolean): Promise<void> {
    if (this.mailed || mayHaveSent()) this.inboxes.leftIn(this.cast);
  }

  takeBreaches(): Breach[] {
    const breaches = [...this.seen.values()];
    for (const key of this.seen.keys()) this.told.add(key);
    this.seen.clear();
    return breaches;
  }

  async inProfile(profile: string): Promise<Target> {
    if (profile === 'default') return this;
    const other = this.description.profiles[profile];
    if (other) return new DescribedTarget(other, this.options);
    throw new NotApplicable('no-profile', `needs the profile ${profile}, which its target file does not list`);
  }

  inbox(account: Account, sent?: Buffer): Promise<Look> {
    return this.inboxes.look(account, sent);
  }

  empty(account: Account): Promise<void> {
    return this.inboxes.empty(account);
  }

  async put(account: Account, message: Buffer): Promise<void> {
    const { putter } = this.ways;
    if (!putter) throw new NotApplicable('no-putter', NO_WAY.put);
    this.mailed = true;
    const before = putter.atOnce ? 0 : await this.inboxes.count(account);
    await putter.put(account, message);
    if (!putter.atOnce) await this.awaitMessages(account, before + 1);
  }

  async send(envelope: { from: string; to: string[] }, message: Buffer): Promise<void> {
    const { sender } = this.ways;
    if (!sender) throw new NotApplicable('no-sender', NO_WAY.send);
    this.mailed = true;
    await sender.send(envelope, message);
  }

  namespace(): Promise<{ prefix: string; delimiter: string }> {
    return this.mailboxes.namespace(castAccount(this.accounts, 'alice'));
  }

  removeMailboxes(account: Account, beginning: string): Promise<void> {
    return this.mailboxes.remove(account, beginning);
  }

  async facingOutside(): Promise<Target> {
    return this;
  }
  /** Whatever policies it has, it has always. */
  readonly withPolicies = this.facingOutside;
  readonly withWebmail = this.facingOutside;
  get mayWait(): boolean {
    return this.options.timers ?? false;
  }

  readonly pass = async (milliseconds: number): Promise<void> => await wait(milliseconds);

  async bringForward(): Promise<'nothing'> {
    return 'nothing';
  }

  async restart(): Promise<void> {
    await requestRestart(this.control);
  }

  async kill(): Promise<void> {
    await requestRestart(this.control, 'killed');
  }

  async vital(since: number): Promise<Vital> {
    const { control, settings } = this.description;
    return control === undefined ? await vitalOf(settings.services) : await requestRevival(control, since);
  }

  async close() {}

  private get control(): string {
    const { control } = this.description;
    if (control === undefined) throw new NotApplicable('no-restart', 'needs a restart; the suite did not launch it');
    return control;
  }

  private get mayEmpty(): boolean {
    return this.description.settings.disposable || this.options.wipe;
  }

  private endpoint(name: ServiceName): Endpoint | undefined {
    const service = this.service(name);
    return service && { service, tls: this.tls, timeout: this.timing.reply };
  }

  private notice(breach: Breach): void {
    const key = `${breach.requirement} ${breach.code}`;
    if (!this.told.has(key) && !this.seen.has(key)) this.seen.set(key, breach);
  }

  private async awaitMessages(account: Account, count: number): Promise<void> {
    const end = performance.now() + this.timing.delivery;
    for (let pause = 5; (await this.inboxes.count(account)) < count; pause = Math.min(pause * 2, 250)) {
      if (performance.now() + pause > end) {
        throw new Blocked(
          'not-delivered',
          `${account.address} has not received a message within ${this.timing.delivery} ms (timing.delivery)`,
          undefined,
          judgedBy(frontDoor(this) ?? '', 'the message'),
        );
      }
      await wait(pause);
    }
  }
}
