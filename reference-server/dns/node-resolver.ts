/** The domain name system through Node's own resolver. */

import { promises as dns } from 'node:dns';
import { domainToASCII } from 'node:url';
import { reversed } from './address-names';
import type { Names } from './names';
import type { Answer, MailExchanger, Resolver } from './resolver';

export interface NodeResolverOptions {
  /** As `127.0.0.1:5300`; those of the system, when absent. */
  servers?: readonly string[] | undefined;
  /** Milliseconds that one server has for an answer, the first time. */
  timeout: number;
}

/** How often each server is asked. */
const TRIES = 2;

export class NodeResolver implements Resolver, Names {
  private readonly resolver: dns.Resolver;

  constructor({ servers, timeout }: NodeResolverOptions) {
    this.resolver = new dns.Resolver({ timeout, tries: TRIES });
    if (servers) this.resolver.setServers(servers);
  }

  async mx(domain: string): Promise<Answer<MailExchanger>> {
    const answer = await asked(domain, (name) => this.resolver.resolveMx(name));
    if (answer.kind !== 'found') return answer;
    const records = answer.records.map(({ exchange, priority }) => ({
      exchange: exchange.replace(/\.$/, ''),
      preference: priority,
    }));
    return { kind: 'found', records };
  }

  async txt(name: string): Promise<Answer<readonly string[]>> {
    return await asked(name, (ascii) => this.resolver.resolveTxt(ascii));
  }

  async ipv4(host: string): Promise<Answer<string>> {
    return await asked(host, (name) => this.resolver.resolve4(name));
  }

  async ipv6(host: string): Promise<Answer<string>> {
    return await asked(host, (name) => this.resolver.resolve6(name));
  }

  async pointers(address: string): Promise<Answer<string>> {
    return await asked(reversed(address), (name) => this.resolver.resolvePtr(name));
  }

  async addresses(host: string): Promise<Answer<string>> {
    const answers = await Promise.all([this.ipv4(host), this.ipv6(host)]);
    const records = answers.flatMap((answer) => (answer.kind === 'found' ? answer.records : []));
    if (records.length > 0) return { kind: 'found', records };
    return (
      answers.find(({ kind }) => kind === 'failed') ?? answers.find(({ kind }) => kind === 'no-data') ?? answers[0]
    );
  }
}

async function asked<T>(name: string, ask: (name: string) => Promise<T[]>): Promise<Answer<T>> {
  // RFC 6531 §3.2: the DNS is asked for A-labels. What is in ASCII stays as it is: not every name is a host's.
  const ascii = /^[\x21-\x7e]+$/.test(name) ? name : domainToASCII(name);
  if (ascii === '') return { kind: 'no-domain' };
  try {
    const records = await ask(ascii);
    return records.length > 0 ? { kind: 'found', records } : { kind: 'no-data' };
  } catch (error) {
    return nothing((error as NodeJS.ErrnoException).code ?? String(error));
  }
}

function nothing(code: string): Exclude<Answer<never>, { kind: 'found' }> {
  // A name that no question can hold, such as one with a label of 64 octets, is no domain.
  if (code === dns.NOTFOUND || code === dns.BADNAME) return { kind: 'no-domain' };
  return code === dns.NODATA ? { kind: 'no-data' } : { kind: 'failed', why: code };
}
