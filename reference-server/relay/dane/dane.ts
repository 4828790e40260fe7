/** What a host's signed records ask of TLS there (RFC 7672 §2.2). */

import type { Signed, SignedNames } from '../../dns/signed-names';
import { later, type Outcome } from '../outcome';
import type { Protection } from '../protection';
import type { Hop } from '../routes';
import { isUsable, judgeBy } from './tlsa';

type Names = Pick<SignedNames, 'records' | 'tlsa'>;

/**
 * Undefined where it asks for nothing: then others may. An Outcome where nobody knows what it asks for: the host is not called (§2.1.2).
 * @param configured the place was not found by the DNS (a smarthost): its name is as good as signed
 */
export async function danePolicy(
  names: Names,
  domain: string,
  { name, address, port }: Hop,
  configured: boolean,
): Promise<Protection | Outcome | undefined> {
  // A literal has no name.
  if (name.startsWith('[') || name === address) return undefined;
  const exchangers = configured ? SIGNED : await names.records(domain, 'MX');
  if (exchangers.kind === 'failed') return unknown(`the mail exchangers of ${domain}`, exchangers);
  if (!exchangers.secure) return undefined;
  // §2.2.2: first, since servers of zones that are not signed often know nothing of the rest.
  const addresses = await names.records(name, address.includes(':') ? 'AAAA' : 'A');
  if (addresses.kind === 'failed') return unknown(`the address of ${name}`, addresses);
  if (!addresses.secure) return undefined;
  for (const base of new Set([addresses.name, name])) {
    const found = await names.tlsa(`_${port}._tcp.${base}`);
    if (found.kind === 'failed') return unknown(`the TLSA records of ${base}`, found);
    if (!found.secure || found.records.length === 0) continue;
    const usable = found.records.filter(isUsable);
    // §2.2: none that is usable: TLS, whoever it is.
    if (usable.length === 0) return { use: 'required', key: 'dane' };
    const key = `dane ${domain} ${usable.map(({ data }) => data.toString('hex')).join(' ')}`;
    return { use: 'required', key, judge: judgeBy(usable, [base, domain]) };
  }
  return undefined;
}

const SIGNED: Signed<unknown> = { kind: 'answered', records: [], secure: true, name: '' };

function unknown(what: string, { why }: { why: string }): Outcome {
  return later('4.7.5', `nobody could be asked for ${what} with signatures: ${why}`);
}
