/** Who a message says it is from, in the envelope: asked of SPF, and answered (RFC 7208 §2, §8). */

import { domainToASCII } from 'node:url';
import type { Mail } from '../delivery/mail';
import { type Reply, reply } from '../delivery/reply';
import { type Finding, safe } from './results/field';
import type { Spf } from './spf/spf';
import type { SenderFinding, Visit } from './visit';

export class SenderCheck {
  constructor(private readonly parts: { readonly spf: Spf; readonly hostname: string; readonly isStrict: boolean }) {}

  /** HELO first: where its record forbids the client, nothing else need be asked (RFC 7208 §2.3). */
  async find(visit: Visit): Promise<SenderFinding> {
    const { address, helo, reversePath } = visit;
    const postmaster = { local: 'postmaster', domain: helo };
    const byName = await this.parts.spf.check({ address, helo, domain: helo, sender: postmaster });
    if (byName.word === 'fail' || reversePath.text === '') return { ...byName, identity: 'helo', asked: helo };
    return await this.byPath(visit);
  }

  /** What the domain of the reverse-path says, which is not null. */
  async byPath({ address, helo, reversePath }: Visit): Promise<SenderFinding> {
    const { local, domain } = reversePath;
    const sender = { local: local === '' ? 'postmaster' : local, domain };
    return { ...(await this.parts.spf.check({ address, helo, domain, sender })), identity: 'mailfrom', asked: domain };
  }

  /** What refuses it (RFC 7208 §8.4, §8.6; the codes are those of RFC 7372 §3.2). */
  refusal({ word, domain: asked, explanation }: SenderFinding): Reply | undefined {
    // A reply is ASCII, whatever the transaction may carry (RFC 6531 §3.7.4.2).
    const domain = domainToASCII(asked) || printable(asked);
    if (word === 'temperror') return reply(451, '4.7.24', `The record of ${domain} cannot be had now; try again later`);
    if (word === 'permerror' && this.parts.isStrict) return reply(550, '5.7.24', `The record of ${domain} is wrong`);
    if (word !== 'fail') return undefined;
    const why = `${domain} does not let your host send for it`;
    // RFC 7208 §6.2: it is made clear whose words they are.
    const words = explanation && printable(explanation);
    return reply(550, '5.7.23', ...(words ? [why, `${domain} explains: ${words}`] : [why]));
  }

  /** The message with what was found of its sender. */
  tell(mail: Mail, found: SenderFinding, visit: Visit): Mail {
    return { ...mail, trace: this.field(found, visit) + (mail.trace ?? '') };
  }

  /** RFC 7208 §9.1. */
  field({ word, identity, asked }: SenderFinding, { address, helo, reversePath }: Visit): string {
    const { hostname } = this.parts;
    const facts = {
      'client-ip': address,
      'envelope-from': reversePath.text,
      helo,
      identity,
      receiver: hostname,
    };
    const written = Object.entries(facts).map(([key, value]) => `${key}=${value === '' ? '""' : safe(value)}`);
    const about = `(${hostname}: ${/^[\w.-]+$/.test(asked) ? asked : 'a name'})`;
    return `Received-SPF: ${word} ${about}\r\n\t${written.join(';\r\n\t')};\r\n`;
  }

  /** For Authentication-Results (RFC 8601 §2.7.2): SPF has looked at no local part. */
  finding({ word, identity, asked }: SenderFinding): Finding {
    return { method: 'spf', result: word, properties: { [`smtp.${identity}`]: asked } };
  }
}

/** RFC 7208 §6.2: US-ASCII, and no more than a line has room for. */
function printable(text: string): string {
  return text.replace(/[^\x20-\x7e]/g, '?').slice(0, 300);
}
