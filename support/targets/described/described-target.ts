/** A target that a target file describes: reached over its services only. */
import { setTimeout as wait } from 'node:timers/promises';
import { judgedBy } from '../../judged-by';
import { Blocked, NotApplicable } from '../../outcome';
import { CapabilityCache } from '../capabilities/cache';
import { announcedOrTried } from '../capabilities/tried';
import type { Endpoint } from '../client/reach';
import type { FileDescription } from '../description';
import { frontDoor } from '../front-door';
import { requestRestart, requestRevival } from '../launch/control';
import { vitalOf } from '../launch/revival';
import type { Account, AccountName, Capabilities, CapabilityState, Service, ServiceName, Target } from '../target';
import type { Vital } from '../vital';
import { castAccount, settledAccount } from './accounts';
import { Mailboxes } from './mailboxes';
import { type Ways, waysOf } from './ways';

export interface DescribedOptions {
  /** Whether --wipe allows to empty its mailboxes. */
  wipe: boolean;
  /** Which of its accounts are ours: from this index up to, not including, that one. */
  accounts?: [from: number, to: number];
}

/** How long a leftover maildrop may grow until it is emptied between scenarios: every look at it reads all of it. */
const LEFTOVERS = 30;

/** A message that is there to be asked for. */
const SOMETHING = Buffer.from('Subject: something to read\r\n\r\nNothing more.\r\n');

export class DescribedTarget implements Target {
  readonly name: string;
  readonly domains: readonly string[];
  readonly sender: string;
  readonly unknown: string | undefined;
  readonly timing: Target['timing'];
  readonly limits: Target['limits'];
  readonly tls: Target['tls'];
  readonly profiles: readonly string[];
  private readonly accounts: readonly Account[];
  private readonly ways: Ways;
  private readonly known = new CapabilityCache();
  private readonly mailboxes: Mailboxes;
  private readonly overgrown = new Set<Account>();

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
    this.tls = settings.tls;
    this.profiles = ['default', ...Object.keys(profiles)];
    this.accounts = settings.accounts.map(settledAccount).slice(...(options.accounts ?? []));
    this.mailboxes = new Mailboxes(this.endpoint('imap') ?? this.endpoint('imaps'));
    this.ways = waysOf(settings, (name) => this.endpoint(name));
  }

  get accountCount(): number {
    return this.accounts.length;
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
    const alice = this.account('alice');
    const mayPut = this.mayEmpty && this.ways.putter !== undefined;
    const fill = mayPut ? () => this.put(alice, SOMETHING) : undefined;
    return await this.known.get(name, state, () => announcedOrTried(endpoint, state, alice.login(name), fill));
  }

  account(name: AccountName): Account {
    return castAccount(this.accounts, name);
  }

  async beginScenario(): Promise<void> {
    for (const account of this.overgrown) await this.empty(account);
    this.overgrown.clear();
  }

  async inProfile(profile: string): Promise<Target> {
    if (profile === 'default') return this;
    const other = this.description.profiles[profile];
    if (other) return new DescribedTarget(other, this.options);
    throw new NotApplicable('no-profile', `needs the profile ${profile}, which its target file does not list`);
  }

  async inbox(account: Account): Promise<Buffer[]> {
    const { reader } = this.ways;
    if (!reader) throw new NotApplicable('no-reader', 'needs a way to read mail: IMAP, POP3, maildir or mbox');
    const messages = await reader.read(account);
    if (messages.length > LEFTOVERS && this.mayEmpty) this.overgrown.add(account);
    return messages;
  }

  async empty(account: Account): Promise<void> {
    const { reader } = this.ways;
    if (!this.mayEmpty) {
      const why = 'the target file does not say disposable: true, and --wipe was not given';
      throw new Blocked('not-disposable', `the inbox of ${account.address} must not be emptied: ${why}`);
    }
    if (!reader) throw new NotApplicable('no-reader', 'needs a way to empty a mailbox: IMAP, POP3, maildir or mbox');
    await reader.empty(account);
  }

  async put(account: Account, message: Buffer): Promise<void> {
    const { putter } = this.ways;
    if (!putter) throw new NotApplicable('no-putter', 'needs a way to put mail: IMAP, LMTP, SMTP or deliver');
    const before = putter.atOnce ? 0 : (await this.inbox(account)).length;
    await putter.put(account, message);
    if (!putter.atOnce) await this.awaitMessages(account, before + 1);
  }

  async send(envelope: { from: string; to: string[] }, message: Buffer): Promise<void> {
    const { sender } = this.ways;
    if (!sender) throw new NotApplicable('no-sender', 'needs a way to send mail: SMTP, LMTP, submission or deliver');
    await sender.send(envelope, message);
  }

  namespace(): Promise<{ prefix: string; delimiter: string }> {
    return this.mailboxes.namespace(this.account('alice'));
  }

  removeMailboxes(account: Account, beginning: string): Promise<void> {
    return this.mailboxes.remove(account, beginning);
  }

  async restart(): Promise<void> {
    const { control } = this.description;
    if (control === undefined) throw new NotApplicable('no-restart', 'needs a restart; the suite did not launch it');
    await requestRestart(control);
  }

  async vital(since: number): Promise<Vital> {
    const { control, settings } = this.description;
    return control === undefined ? await vitalOf(settings.services) : await requestRevival(control, since);
  }

  async close(): Promise<void> {
    this.overgrown.clear();
  }

  private get mayEmpty(): boolean {
    return this.description.settings.disposable || this.options.wipe;
  }

  private endpoint(name: ServiceName): Endpoint | undefined {
    const service = this.service(name);
    return service && { service, tls: this.tls, timeout: this.timing.reply };
  }

  private async awaitMessages(account: Account, count: number): Promise<void> {
    const end = performance.now() + this.timing.delivery;
    for (let pause = 5; (await this.inbox(account)).length < count; pause = Math.min(pause * 2, 250)) {
      if (performance.now() + pause > end) {
        throw new Blocked(
          'not-delivered',
          `${account.address} has not received a message within ${this.timing.delivery} ms`,
          undefined,
          judgedBy(frontDoor(this) ?? '', 'the message'),
        );
      }
      await wait(pause);
    }
  }
}
