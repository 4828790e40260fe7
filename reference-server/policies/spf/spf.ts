/** Whether a host may send for a domain: check_host() of RFC 7208 §4. */

import { isIPv6 } from 'node:net';
import { domainToASCII } from 'node:url';
import type { Names } from '../../dns/names';
import type { Clock } from '../../net/clock';
import { Networks } from '../../net/networks';
import { Lookups } from './lookups';
import { expandExplanation, expandName, type MacroValues } from './macros';
import { type Mechanism, parseRecord, type SpfRecord } from './record';
import { permanent, SpfError, type SpfResult, type SpfWord } from './result';

export interface SpfQuestion {
  readonly address: string;
  /** Whose record is asked for. */
  readonly domain: string;
  readonly sender: { readonly local: string; readonly domain: string };
  readonly helo: string;
}

/** One evaluation. */
export interface Evaluation extends SpfQuestion {
  readonly lookups: Lookups;
}

const QUALIFIERS: Readonly<Record<Mechanism['qualifier'], SpfWord>> = {
  '+': 'pass',
  '-': 'fail',
  '~': 'softfail',
  '?': 'neutral',
};
/** RFC 7208 §4.6.4. */
const LIMITS = { terms: 10, voids: 2 };
const HOSTS = 10;
const PATIENCE = 20_000;

export class Spf {
  constructor(private readonly parts: { readonly names: Names; readonly clock: Clock; readonly hostname: string }) {}

  /** Never fails: what goes wrong is a result, too. */
  async check(question: SpfQuestion): Promise<SpfResult> {
    const { clock } = this.parts;
    const lookups = this.lookups();
    let cancel = () => {};
    const tooLate = new Promise<SpfResult>((resolve) => {
      cancel = clock.after(PATIENCE, () => resolve({ word: 'temperror', domain: question.domain }));
    });
    const result = this.evaluate({ ...question, lookups }).catch((error) => {
      if (error instanceof SpfError) return { word: error.word, domain: question.domain };
      throw error;
    });
    return await Promise.race([result, tooLate]).finally(cancel);
  }

  /** Those of one evaluation. */
  lookups(limits = LIMITS): Lookups {
    return new Lookups(this.parts.names, limits);
  }

  /** @throws SpfError */
  async evaluate(evaluation: Evaluation): Promise<SpfResult> {
    const { domain } = evaluation;
    const none: SpfResult = { word: 'none', domain };
    // RFC 7208 §4.3.
    const ascii = domainToASCII(domain);
    if (!isDomain(ascii)) return none;
    const record = await this.recordOf(ascii);
    if (!record) return none;
    for (const mechanism of record.mechanisms) {
      if (!(await this.matches(mechanism, evaluation))) continue;
      const word = QUALIFIERS[mechanism.qualifier];
      return word === 'fail' ? { word, domain, ...(await this.explained(record, evaluation)) } : { word, domain };
    }
    return await this.otherwise(record, evaluation);
  }

  /** The domain's one record (RFC 7208 §4.4, §4.5). @throws SpfError */
  async recordOf(domain: string): Promise<SpfRecord | undefined> {
    const answer = await this.parts.names.txt(domain);
    if (answer.kind === 'failed') throw new SpfError('temperror', answer.why);
    if (answer.kind !== 'found') return undefined;
    const [record, ...others] = answer.records
      .map((strings) => strings.join(''))
      .filter((text) => /^v=spf1(?: |$)/i.test(text));
    if (others.length > 0) throw permanent(`${domain} has several records`);
    return record === undefined ? undefined : parseRecord(record);
  }

  /** Behind the last mechanism (RFC 7208 §4.7, §6.1). @throws SpfError */
  async otherwise({ redirect }: SpfRecord, evaluation: Evaluation): Promise<SpfResult> {
    const { domain, lookups } = evaluation;
    if (redirect === undefined) return { word: 'neutral', domain };
    lookups.spend();
    const result = await this.evaluate({ ...evaluation, domain: await this.target(redirect, evaluation) });
    if (result.word === 'none') throw permanent('redirect= leads to no record');
    return result;
  }

  /** RFC 7208 §5. @throws SpfError */
  async matches(mechanism: Mechanism, evaluation: Evaluation): Promise<boolean> {
    const { address, lookups, domain } = evaluation;
    const { name, value, bits4, bits6 } = mechanism;
    if (name === 'all') return true;
    if (name === 'ip4' || name === 'ip6')
      return isIn(address, name === 'ip6' ? [`${value}/${bits6}`] : [`${value}/${bits4}`]);
    lookups.spend();
    const target = value === '' ? domain : await this.target(value, evaluation);
    const bits = isIPv6(address) ? bits6 : bits4;
    const within = (hosts: readonly string[]) =>
      isIn(
        address,
        hosts.map((host) => `${host}/${bits}`),
      );
    switch (name) {
      case 'a':
        return within(await lookups.found(hostsOf(target, address)));
      case 'mx':
        return within(await this.exchangers(target, evaluation));
      case 'exists':
        return (await lookups.found((names) => names.ipv4(target))).length > 0;
      case 'ptr':
        return (await this.validated(evaluation)).some((host) => isBelow(host, target));
      default:
        return await this.included(target, evaluation);
    }
  }

  /** RFC 7208 §5.2. @throws SpfError */
  async included(target: string, evaluation: Evaluation): Promise<boolean> {
    const { word } = await this.evaluate({ ...evaluation, domain: target });
    if (word === 'none') throw permanent(`include:${target} leads to no record`);
    return word === 'pass';
  }

  /** RFC 7208 §5.4: the addresses of the mail exchangers, of which there may be ten; where there are none, nobody stands in for them. */
  async exchangers(target: string, { address, lookups }: Evaluation): Promise<string[]> {
    const exchangers = await lookups.found((names) => names.mx(target));
    if (exchangers.length > HOSTS) throw permanent(`${target} has more than ${HOSTS} mail exchangers`);
    const hosts: string[] = [];
    for (const { exchange } of exchangers) hosts.push(...(await lookups.found(hostsOf(exchange, address), 'a host')));
    return hosts;
  }

  /** RFC 7208 §5.5: names of the client that lead back to it, ten of them at the most. */
  async validated({ address, lookups }: Evaluation): Promise<string[]> {
    const pointers = await lookups.perhaps((names) => names.pointers(address));
    const validated: string[] = [];
    for (const host of pointers.slice(0, HOSTS))
      if (isIn(address, await lookups.perhaps(hostsOf(host, address)))) validated.push(host.replace(/\.$/, ''));
    return validated;
  }

  /** RFC 7208 §6.2: nothing where the explanation cannot be had. */
  async explained({ exp }: SpfRecord, evaluation: Evaluation): Promise<{ explanation?: string }> {
    if (exp === undefined) return {};
    try {
      const answer = await this.parts.names.txt(await this.target(exp, evaluation));
      if (answer.kind !== 'found' || answer.records.length !== 1) return {};
      return { explanation: await expandExplanation(answer.records[0]!.join(''), this.values(evaluation)) };
    } catch (error) {
      if (error instanceof SpfError) return {};
      throw error;
    }
  }

  private async target(spec: string, evaluation: Evaluation): Promise<string> {
    return await expandName(spec, this.values(evaluation));
  }

  private values(evaluation: Evaluation): MacroValues {
    const { hostname, clock } = this.parts;
    const pointer = async () => {
      const validated = await this.validated(evaluation);
      const own = validated.filter((host) => isBelow(host, evaluation.domain));
      return own.find((host) => isBelow(evaluation.domain, host)) ?? own[0] ?? validated[0] ?? 'unknown';
    };
    return { ...evaluation, receiver: hostname, now: clock.now(), pointer };
  }
}

function hostsOf(host: string, address: string) {
  return (names: Names) => (isIPv6(address) ? names.ipv6(host) : names.ipv4(host));
}

/** An address of the other family lies in none of them: they are not mapped. */
function isIn(address: string, networks: readonly string[]): boolean {
  return new Networks(networks.filter((network) => network.includes(':') === isIPv6(address))).has(address);
}

/** RFC 7208 §4.3: of several labels, none of them empty or too long. */
function isDomain(domain: string): boolean {
  const labels = domain.replace(/\.$/, '').split('.');
  return labels.length > 1 && labels.every((label) => label.length > 0 && label.length < 64) && !/[[\]:]/.test(domain);
}

function isBelow(host: string, domain: string): boolean {
  const [one, other] = [host.toLowerCase().replace(/\.$/, ''), domain.toLowerCase().replace(/\.$/, '')];
  return one === other || one.endsWith(`.${other}`);
}
