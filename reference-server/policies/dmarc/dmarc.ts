/** Whether a message is from whom it says, and what that domain asks for where it is not (RFC 7489 §6.6). */

import { getDomain } from 'tldts';
import type { Names } from '../../dns/names';
import type { DkimResult } from '../dkim/result';
import type { SpfResult } from '../spf/result';
import { authorsOf } from './authors';
import { type DmarcRecord, isDmarc, readDmarcRecord, type Wish } from './record';
import type { DmarcResult } from './result';

/** What has been found of a message. */
export interface Evidence {
  /** Of the reverse-path, or where that is null of the name in EHLO. */
  readonly spf: Pick<SpfResult, 'word'> & { readonly asked: string };
  readonly dkim: readonly DkimResult[];
}

/** A record, and the domain at which it stands. */
export interface Policy {
  readonly at: string;
  readonly record: DmarcRecord;
}

const STRICTNESS: readonly Wish[] = ['none', 'quarantine', 'reject'];

export class Dmarc {
  constructor(private readonly parts: { readonly names: Names; readonly random: (octets: number) => Buffer }) {}

  /** `nobody` where it does not tell who its author is (RFC 7489 §3.1). */
  async check(content: Buffer, evidence: Evidence): Promise<DmarcResult | 'nobody'> {
    const domains = this.authorsOf(content);
    if (!domains) return 'nobody';
    const results = await Promise.all(domains.map((domain) => this.judge(domain, evidence)));
    return strictest(results) ?? { word: 'none', domain: '', wish: 'none' };
  }

  authorsOf(content: Buffer): string[] | undefined {
    return authorsOf(content);
  }

  async judge(domain: string, evidence: Evidence): Promise<DmarcResult> {
    const policy = await this.policyOf(domain);
    if (policy === 'failed') return { word: 'temperror', domain, wish: 'reject' };
    if (!policy) return { word: 'none', domain, wish: 'none' };
    if (this.isAuthentic(domain, policy.record, evidence)) return { word: 'pass', domain, wish: 'none' };
    // RFC 7489 §6.6.2: nobody knows whether it would have passed.
    const isOpen = evidence.spf.word === 'temperror' || evidence.dkim.some(({ word }) => word === 'temperror');
    return { word: isOpen ? 'temperror' : 'fail', domain, wish: this.wishOf(domain, policy) };
  }

  /** RFC 7489 §6.6.3. */
  async policyOf(domain: string): Promise<Policy | 'failed' | undefined> {
    for (const at of new Set([domain, this.organizationOf(domain)])) {
      const answer = await this.parts.names.txt(`_dmarc.${at}`);
      if (answer.kind === 'failed') return 'failed';
      const texts = answer.kind === 'found' ? answer.records.map((strings) => strings.join('')).filter(isDmarc) : [];
      if (texts.length > 1) return undefined;
      const record = texts[0] === undefined ? undefined : readDmarcRecord(texts[0]);
      if (record) return { at, record };
      if (texts.length > 0) return undefined;
    }
    return undefined;
  }

  /** By the public suffix list (RFC 7489 §3.2); a public suffix stands for itself. */
  organizationOf(domain: string): string {
    return getDomain(domain, { allowPrivateDomains: true, validateHostname: false }) ?? domain;
  }

  isAuthentic(domain: string, { strict }: DmarcRecord, { spf, dkim }: Evidence): boolean {
    const signed = dkim.some((one) => one.word === 'pass' && this.isAligned(one.domain ?? '', domain, strict.dkim));
    return signed || (spf.word === 'pass' && this.isAligned(spf.asked, domain, strict.spf));
  }

  /** RFC 7489 §3.1. */
  isAligned(one: string, domain: string, isStrict: boolean): boolean {
    const name = one.toLowerCase();
    return isStrict ? name === domain : this.organizationOf(name) === this.organizationOf(domain);
  }

  /** RFC 7489 §6.6.4: of those whom chance spares what is to be refused is quarantined, and nothing asked of the others. */
  wishOf(domain: string, { at, record }: Policy): Wish {
    const wish = at === domain ? record.own : record.below;
    const isSpared = this.parts.random(4).readUInt32BE() % 100 >= record.percent;
    return isSpared ? STRICTNESS[Math.max(0, STRICTNESS.indexOf(wish) - 1)]! : wish;
  }
}

/** RFC 7489 §6.6.1: of several authors the strictest wish counts. */
function strictest(results: readonly DmarcResult[]): DmarcResult | undefined {
  const weight = ({ word, wish }: DmarcResult) =>
    word === 'fail' ? 2 + STRICTNESS.indexOf(wish) : word === 'temperror' ? 1 : 0;
  return [...results].sort((one, other) => weight(other) - weight(one))[0];
}
