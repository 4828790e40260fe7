/** What domains ask of TLS: by signed records (RFC 7672), or by a policy (RFC 8461). */

import type { SignedNames } from '../dns/signed-names';
import { danePolicy } from './dane/dane';
import { later, type Outcome } from './outcome';
import type { Parcel } from './parcel';
import { otherName, type Protection, type Protections, untrusted } from './protection';
import type { Hop } from './routes';
import type { StsPolicies } from './sts/policies';
import { allows } from './sts/policy';

export interface PolicyOptions {
  /** What holds where nobody asks for anything. */
  readonly usual: Protection;
  /** Asked where signed records count. */
  readonly names: Pick<SignedNames, 'records' | 'tlsa'> | undefined;
  /** Asked where policies count. */
  readonly sts: Pick<StsPolicies, 'of'> | undefined;
  /** The smarthost that gets all mail: it is the domain that is asked (RFC 8461 §3.4). */
  readonly smarthost: string | undefined;
}

export class DomainPolicies implements Protections {
  constructor(private readonly options: PolicyOptions) {}

  async of(domain: string, hop: Hop, _parcel: Parcel): Promise<Protection | Outcome> {
    const { names, smarthost, usual } = this.options;
    const asked = smarthost ?? domain;
    // RFC 8461 §2: where both are there, no policy mends what signed records find wrong.
    const dane = names && (await danePolicy(names, asked, hop, smarthost !== undefined));
    return dane ?? (await this.byPolicy(asked, hop)) ?? usual;
  }

  private async byPolicy(domain: string, hop: Hop): Promise<Protection | Outcome | undefined> {
    // RFC 8461 §3.4: an address has no policy.
    if (hop.name === hop.address || domain.startsWith('[')) return undefined;
    const policy = await this.options.sts?.of(domain.toLowerCase());
    if (policy?.mode !== 'enforce') return undefined;
    if (!allows(policy, hop.name))
      return later('4.7.5', `the policy of ${domain} does not name its mail exchanger ${hop.name}`);
    return named(hop.name);
  }
}

/** RFC 8461 §4.2: TLS with a certificate that an authority has issued for this name, which stands among its alternative names. */
function named(name: string): Protection {
  return {
    use: 'required',
    key: `named ${name}`,
    judge: (peer) => {
      const hasNames = peer.getPeerCertificate().subjectaltname?.includes('DNS:');
      return untrusted(peer) ?? (hasNames ? otherName(peer, name) : 'its certificate has no names');
    },
  };
}
