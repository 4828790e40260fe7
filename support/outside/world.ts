/** One scenario's part of the Internet: domains, what the name server says of them, and the hosts that they name. */
import type { Scope } from '../dialogue/scope';
import type { Transcript } from '../wire/transcript';
import { FAULTS, type RecordType } from './dns/answer';
import type { Forward } from './hosts/forward';
import { MailHost } from './hosts/host';
import { type DomainWord, domainName, HOSTS, type HostLabel, hostName } from './names';
import type { Outside } from './outside';
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

export class World {
  private readonly hosts = new Map<HostLabel, Promise<MailHost>>();
  private readonly opened: MailHost[] = [];
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

  /** What the name server says besides, of whole names. */
  say(rows: readonly NameRow[]): void {
    for (const { name, type, value } of rows) {
      const fault = FAULTS.find((each) => each === value);
      if (fault) this.zone.fail(name, type as RecordType, fault);
      else this.zone.add(name, recordOf(type, value));
    }
  }

  /** Whether the target has asked for records of this type under a name. */
  asked(type: string, name: string): boolean {
    return this.outside.nameServer.askedBelow([name]).some((each) => each.name === name && each.type === type);
  }

  async close(): Promise<void> {
    const hosts = await this.all();
    await Promise.all(hosts.map((host) => host.close()));
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
      ...{ name, label, address, port, transcript, scope },
      ...(handBack && { handBack }),
    });
    this.opened.push(host);
    scope.set(`${HOSTS[label]}.address`, place.host);
    if (smarthost) return host;
    this.zone.add(name, { type: 'A', address: place.host });
    const domain = LED_TO[label];
    if (domain) this.zone.add(this.nameOf(domain), { type: 'MX', preference: 10, host: name });
    return host;
  }
}
