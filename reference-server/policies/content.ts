/** What a message says of itself: who has signed it (RFC 6376), and whether its author is whom it names (RFC 7489). */

import { domainToASCII } from 'node:url';
import { type Reply, reply } from '../delivery/reply';
import type { Dkim } from './dkim/dkim';
import type { DkimResult } from './dkim/result';
import type { Dmarc } from './dmarc/dmarc';
import type { DmarcResult } from './dmarc/result';
import type { Finding } from './results/field';
import type { SenderFinding } from './visit';

export interface ContentFinding {
  readonly signatures: readonly DkimResult[];
  /** Where it is asked for. */
  readonly author?: DmarcResult | 'nobody';
}

export class ContentCheck {
  constructor(private readonly parts: { readonly dkim: Dkim; readonly dmarc: Dmarc | undefined }) {}

  /** @param sender what SPF has found of the reverse-path */
  async find(content: Buffer, sender: SenderFinding | undefined): Promise<ContentFinding> {
    const { dkim, dmarc } = this.parts;
    const signatures = await dkim.check(content);
    if (!dmarc || !sender) return { signatures };
    const spf = { word: sender.word, asked: domainToASCII(sender.asked) };
    return { signatures, author: await dmarc.check(content, { spf, dkim: signatures }) };
  }

  /** What refuses it. Signatures alone do not: one that fails is as good as none (RFC 6376 §6.3). */
  refusal({ author }: ContentFinding): Reply | undefined {
    if (!author) return undefined;
    // RFC 7489 §6.6.1.
    if (author === 'nobody') return reply(550, '5.7.1', 'The From field does not tell who the author is');
    const { word, wish, domain } = author;
    if (wish !== 'reject') return undefined;
    if (word === 'temperror')
      return reply(451, '4.7.1', `Whether this is from ${domain} cannot be found out now (DMARC); try again later`);
    // RFC 7372 §3.3.
    return word === 'fail' ? reply(550, '5.7.26', `${domain} asks to refuse what it has not sent (DMARC)`) : undefined;
  }

  /** For Authentication-Results (RFC 8601 §2.7.1, RFC 7489 §11.1). */
  findings({ signatures, author }: ContentFinding): Finding[] {
    const unsigned: Finding[] = signatures.length === 0 ? [{ method: 'dkim', result: 'none' }] : [];
    const signed = signatures.map(
      ({ word, why, domain, selector }): Finding => ({
        method: 'dkim',
        result: word,
        ...(why && { comment: why }),
        properties: { ...(domain && { 'header.d': domain }), ...(selector && { 'header.s': selector }) },
      }),
    );
    return [...unsigned, ...signed, ...(author && author !== 'nobody' ? [authorFinding(author)] : [])];
  }
}

function authorFinding({ word, wish, domain }: DmarcResult): Finding {
  return {
    method: 'dmarc',
    result: word,
    ...(word === 'fail' && { comment: `p=${wish}` }),
    ...(domain && { properties: { 'header.from': domain } }),
  };
}
