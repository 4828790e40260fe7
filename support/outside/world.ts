/** One scenario's part of the Internet: domains, what the name server says of them, and the hosts that they name. */
import { createHash } from 'node:crypto';
import type { Scope } from '../dialogue/scope';
import type { Transcript } from '../wire/transcript';
import { FAULTS, type RecordType } from './dns/answer';
import { authorityDigest, keyDigestOf } from './hosts/certificates';
import type { Forward } from './hosts/forward';
import { MailHost } from './hosts/host';
import { type DomainWord, domainName, HOSTS, type HostLabel, hostName } from './names';
import type { Outside } from './outside';
import { type PolicyAnswer, PolicyHost } from './policy-host';
import { recordOf, Zone } from './zone';

export interface WorldOptions {
  /** The scenario's own word. */
  id: string;
  transcript: Transcript;
  scope: Scope;
  /** Hands a message to the target, as a host that forwards it would. */
  handBack?: Forward;
}

export interface NameRow {
  name: string;
  type: string;
  value: string;
}

/** Hosts to which a domain leads by itself. */
const LED_TO: Partial<Record<HostLabel, DomainWord>> = {
  'the next hop': 'elsewhere',
  'the marker host': 'marker',
  'the refusing host': 'refused',
};

/** A policy is known by what it says. */
const idOf = (policy: string) => createHash('sha256').update(policy).digest('hex').slice(0, 32);

export class World {
  private readonly hosts = new Map<HostLabel, Promise<MailHost>>();
  private readonly opened: MailHost[] = [];
  private readonly policies = new Map<DomainWord, PolicyHost>();
  private readonly zone: Zone;

  constructor(
    private readonly outside: Outside,
    private readonly options: WorldOptions,
  ) {
    this.zone = new Zone((name, answer) => this.outside.nameServer.set(name, answer));
  }

  /** The host of this name; it listens from the first mention, where the name server says that it is. */
  host(label: HostLabel): Promise<MailHost> {
    const known = this.hosts.get(label) ?? this.open(label);
    this.hosts.set(label, known);
    return known;
  }

  /** Where the scenario has said nothing of it, mail for elsewhere goes to the next hop. */
  async leadElsewhere(): Promise<void> {
    if (!this.zone.has(this.nameOf('elsewhere'))) await this.host('the next hop');
  }

  /** Mail for these domains, to which aliases of the target lead, goes to the next hop, too. */
  async leadAliases(domains: readonly string[]): Promise<void> {
    const { name } = await this.host('the next hop');
    if (!this.hasNames) return;
    for (const domain of domains)
      if (!this.zone.has(domain)) this.zone.add(domain, { type: 'MX', preference: 10, host: name });
  }

  /** Where a marker goes: a right server, and the domain that leads to it. */
  async marker(): Promise<MailHost> {
    return await this.host(this.hasNames ? 'the marker host' : 'the next hop');
  }

  /** The whole name of a domain. */
  nameOf(domain: DomainWord): string {
    return domainName(domain, this.options.id);
  }

  /** Whether the target asks the suite for names. */
  get hasNames(): boolean {
    return this.outside.names !== undefined;
  }

  /** Whether a host is about to answer, and takes its time. */
  get pausing(): boolean {
    return this.opened.some(({ sessions }) => sessions.some(({ pausing }) => pausing));
  }

  /** The hosts that were spoken of. */
  async all(): Promise<MailHost[]> {
    return await Promise.all(this.hosts.values());
  }

  /** Mail for the domain goes to these hosts. */
  giveMailServers(domain: DomainWord, servers: readonly { preference: number; host: string }[]): void {
    this.zone.add(
      this.nameOf(domain),
      ...servers.map(({ preference, host }) => ({ type: 'MX' as const, preference, host })),
    );
  }

  /** The domain asks for TLS by a policy: its record says so, unless the scenario has said something of that, and its host has it. */
  async givePolicy(domain: DomainWord, policy: string): Promise<void> {
    const host = await this.policyHost(domain);
    const record = `_mta-sts.${this.nameOf(domain)}`;
    const before = host.policy;
    host.policy = policy;
    if (before !== '') this.zone.drop(record, 'TXT');
    if (before !== '' || !this.zone.has(record))
      this.zone.add(record, { type: 'TXT', text: `v=STSv1; id=${idOf(policy)};` });
  }

  async answerPolicy(domain: DomainWord, answer: PolicyAnswer): Promise<void> {
    const host = await this.policyHost(domain);
    host.answer = answer;
    await host.open();
  }

  /** What TLSA records say of a host and of the authority: asked for, since keys take time. */
  async revealKeys(label: HostLabel): Promise<void> {
    const { scope, id } = this.options;
    scope.set(`${HOSTS[label]}.key`, keyDigestOf(hostName(label, id)));
    scope.set(`${HOSTS[label]}.port`, this.outside.settings.mxPort);
    scope.set('authority.key', await authorityDigest());
  }

  private async policyHost(domain: DomainWord): Promise<PolicyHost> {
    const known = this.policies.get(domain);
    if (known) return known;
    const { settings, addresses } = this.outside;
    const name = `mta-sts.${this.nameOf(domain)}`;
    const address = addresses.next();
    const host = new PolicyHost({ name, address, port: settings.httpsPort ?? 443 }, this.options.transcript);
    this.policies.set(domain, host);
    await host.open();
    this.zone.add(name, { type: 'A', address });
    return host;
  }

  /** What the name server says besides, of whole names. */
  say(rows: readonly NameRow[]): void {
    for (const { name, type, value } of rows) {
      const fault = FAULTS.find((each) => each === value);
      if (fault) this.zone.fail(name, type as RecordType, fault);
      else if (value === 'signed') this.zone.sign(name);
      else this.zone.add(name, recordOf(type, value));
    }
  }

  /** Whether the target has asked for records of this type under a name. */
  asked(type: string, name: string): boolean {
    return this.outside.nameServer.askedBelow([name]).some((each) => each.name === name && each.type === type);
  }

  async close(): Promise<void> {
    const hosts = await this.all();
    await Promise.all([...hosts, ...this.policies.values()].map((host) => host.close()));
    this.outside.names?.remove(this.zone.all());
  }

  private async open(label: HostLabel): Promise<MailHost> {
    const { settings, addresses } = this.outside;
    const { id, transcript, scope, handBack } = this.options;
    const name = hostName(label, id);
    const smarthost = settings.dns ? undefined : settings.smarthost;
    const place = smarthost ?? { host: addresses.next(), port: settings.mxPort };
    const { host: address, port } = place;
    const host = await MailHost.open({
      ...{ name, label, address, port, transcript, scope, shared: smarthost !== undefined },
      ...(handBack && { handBack }),
    });
    this.opened.push(host);
    scope.set(`${HOSTS[label]}.address`, place.host);
    scope.set(`${HOSTS[label]}.domain`, name.slice(name.indexOf('.') + 1));
    if (smarthost) return host;
    this.zone.add(name, { type: 'A', address: place.host });
    const domain = LED_TO[label];
    if (domain) this.zone.add(this.nameOf(domain), { type: 'MX', preference: 10, host: name });
    return host;
  }
}
