/** Which servers mail for a domain goes to, in which order (RFC 5321 §5.1). */

import type { Answer, MailExchanger, Resolver } from '../dns/resolver';
import type { OwnPlaces } from '../net/own-places';
import { literalAddress } from './literal';
import { type Outcome, refused, unreached } from './outcome';

export interface Hop {
  /** As reports call it. */
  readonly name: string;
  readonly address: string;
  readonly port: number;
}

export interface RoutesOptions {
  readonly resolver: Resolver;
  /** The name by which this server is known. */
  readonly hostname: string;
  /** Whether this server itself listens there. */
  readonly own: OwnPlaces;
  readonly random: (octets: number) => Buffer;
  /** Where mail exchangers listen. */
  readonly port: number;
}

const LOOP = refused('5.4.6', 'this server is the best mail exchanger of the domain, and takes no mail for it');

export class Routes {
  constructor(private readonly options: RoutesOptions) {}

  /** The places to try, found as they are asked for; at the end what it means that there are no more, where none was of use. */
  async *hops(domain: string): AsyncGenerator<Hop, Outcome, void> {
    const { port, own } = this.options;
    const literal = literalAddress(domain);
    if (literal !== undefined) {
      if (own.has(literal, port)) return LOOP;
      yield { name: domain, address: literal, port };
      return unreached('4.4.1', `${domain} was of no use`);
    }
    const records = await this.exchangers(domain);
    if (!Array.isArray(records)) return records;
    const left = this.usable(this.ordered(records));
    if (left.length === 0) return LOOP;
    let nothing = refused('5.4.4', `none of the mail exchangers of ${domain} has an address`);
    for (const [i, level] of levelsOf(left).entries()) {
      const found = await Promise.all(level.map(({ exchange }) => this.addresses(exchange)));
      const hops = found.flatMap(({ name, addresses }) => addresses.map((address) => ({ name, address, port })));
      // What is less preferred than this server itself would only send it back.
      if (hops.some(({ address }) => own.has(address, port))) return i === 0 ? LOOP : nothing;
      for (const hop of hops) yield hop;
      nothing = found.find(({ trouble }) => trouble)?.trouble ?? nothing;
    }
    return nothing;
  }

  /** The mail exchangers of a domain: itself, where it names none. */
  async exchangers(domain: string): Promise<MailExchanger[] | Outcome> {
    const answer = await this.options.resolver.mx(domain);
    if (answer.kind === 'no-data') return [{ exchange: domain, preference: 0 }];
    if (answer.kind !== 'found') return unanswered(domain, answer);
    // RFC 7505 §3: the root alone says that the domain takes no mail; beside others it is no host.
    const named = answer.records.filter(({ exchange }) => exchange !== '');
    return named.length > 0 ? named : refused('5.1.10', `${domain} takes no mail`);
  }

  /** Best first; what is equally good in any order. */
  ordered(records: readonly MailExchanger[]): MailExchanger[] {
    return this.shuffled(records).sort((a, b) => a.preference - b.preference);
  }

  /** Those that are better than this server itself, where it is among them. */
  usable(records: readonly MailExchanger[]): MailExchanger[] {
    const own = records.find(({ exchange }) => exchange.toLowerCase() === this.options.hostname.toLowerCase());
    return records.filter(({ preference }) => own === undefined || preference < own.preference);
  }

  /** A host without addresses is passed over. */
  private async addresses(name: string): Promise<{ name: string; addresses: readonly string[]; trouble?: Outcome }> {
    const answer = await this.options.resolver.addresses(name);
    if (answer.kind === 'found') return { name, addresses: answer.records };
    return answer.kind === 'failed'
      ? { name, addresses: [], trouble: unanswered(name, answer) }
      : { name, addresses: [] };
  }

  private shuffled<T>(list: readonly T[]): T[] {
    const shuffled = [...list];
    for (let i = shuffled.length - 1; i > 0; i--) {
      const j = this.options.random(4).readUInt32BE() % (i + 1);
      [shuffled[i], shuffled[j]] = [shuffled[j]!, shuffled[i]!];
    }
    return shuffled;
  }
}

function unanswered(name: string, answer: Exclude<Answer<unknown>, { kind: 'found' | 'no-data' }>): Outcome {
  if (answer.kind === 'no-domain') return refused('5.1.2', `there is no domain ${name}`);
  return unreached('4.4.3', `nobody could be asked for ${name}: ${answer.why}`);
}

function levelsOf(ordered: readonly MailExchanger[]): MailExchanger[][] {
  const levels = new Map<number, MailExchanger[]>();
  for (const record of ordered) levels.set(record.preference, [...(levels.get(record.preference) ?? []), record]);
  return [...levels.values()];
}
