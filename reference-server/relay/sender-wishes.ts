/** What the sender of a message asks of TLS on its way (RFC 8689), beside what domains ask. */

import { headerText } from '../delivery/header-text';
import type { SignedNames } from '../dns/signed-names';
import { type Outcome, unfit } from './outcome';
import { needsTls, type Parcel } from './parcel';
import { type Protection, type Protections, verified } from './protection';
import type { Hop } from './routes';
import type { StsPolicies } from './sts/policies';
import { allows } from './sts/policy';

export interface WishOptions {
  /** What domains ask. */
  readonly domains: Protections;
  /** What holds where nobody asks for anything. */
  readonly usual: Protection;
  readonly names: Pick<SignedNames, 'records'> | undefined;
  readonly sts: Pick<StsPolicies, 'of'> | undefined;
  readonly smarthost: string | undefined;
}

export class SenderWishes implements Protections {
  constructor(private readonly options: WishOptions) {}

  async of(domain: string, hop: Hop, parcel: Parcel): Promise<Protection | Outcome> {
    const { domains, usual } = this.options;
    if (this.wantsItAnyway(parcel)) return usual;
    const asked = await domains.of(domain, hop, parcel);
    // Who is known by its records or by a policy is known well enough.
    if (!parcel.envelope.requireTls || 'kind' in asked || asked.judge) return asked;
    if (await this.isNamed(domain, hop)) return verified(this.options.smarthost ?? hop.name);
    return needsTls(parcel)
      ? unfit('5.7.10', `nobody vouches for ${hop.name} as a mail exchanger of ${domain}, and TLS is required`)
      : asked;
  }

  /** RFC 8689 §3: where it says `No`, which counts for nothing beside REQUIRETLS (§4.1). */
  wantsItAnyway({ envelope, content }: Parcel): boolean {
    return !envelope.requireTls && /^TLS-Required:[ \t\r\n]*No[ \t]*\r$/im.test(headerText(content));
  }

  /** RFC 8689 §2: by a signature of the DNS, or by a policy, whether or not that is enforced. */
  async isNamed(domain: string, { name, address }: Hop): Promise<boolean> {
    const { names, sts, smarthost } = this.options;
    if (smarthost !== undefined) return true;
    if (name === address || domain.startsWith('[')) return false;
    const exchangers = await names?.records(domain, 'MX');
    if (exchangers?.kind === 'answered' && exchangers.secure) return true;
    const policy = await sts?.of(domain.toLowerCase());
    return policy !== undefined && policy.mode !== 'none' && allows(policy, name);
  }
}
