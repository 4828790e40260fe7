/** Whether a server is the one that TLSA records speak of (RFC 7672 §3). */

import { createHash, X509Certificate } from 'node:crypto';
import { checkServerIdentity, type DetailedPeerCertificate, type TLSSocket } from 'node:tls';
import type { TlsaRecord } from '../../dns/signed-names';

/** RFC 7672 §3.1: the others speak of authorities that everybody trusts, and mail knows none. */
const TRUST_ANCHOR = 2;
const END_ENTITY = 3;
/** Matching types, and the octets of their digests. */
const DIGESTS: Readonly<Record<number, { name: string; octets: number } | undefined>> = {
  1: { name: 'sha256', octets: 32 },
  2: { name: 'sha512', octets: 64 },
};

/** Whether anything can be compared with it; what cannot is as if it were not there (RFC 7672 §2.2). */
export function isUsable({ usage, selector, matching, data }: TlsaRecord): boolean {
  if ((usage !== TRUST_ANCHOR && usage !== END_ENTITY) || selector > 1) return false;
  return matching === 0 ? data.length > 0 : data.length === DIGESTS[matching]?.octets;
}

/** What is wrong with the server. @param names any of which its certificate may be for, where the record names an authority */
export function judgeBy(
  records: readonly TlsaRecord[],
  names: readonly string[],
): (peer: TLSSocket) => string | undefined {
  return (peer) => {
    const chain = chainOf(peer);
    const [own, ...above] = chain;
    if (own && records.some((record) => record.usage === END_ENTITY && speaksOf(record, own))) return undefined;
    const anchors = records.filter(({ usage }) => usage === TRUST_ANCHOR);
    const depth = 1 + above.findIndex((each) => anchors.some((record) => speaksOf(record, each)));
    if (depth === 0) return 'its certificate is none that its TLSA records speak of';
    if (!isIntact(chain.slice(0, depth + 1)))
      return 'its certificate was not issued, or not for now, by whom its TLSA records speak of';
    const leaf = peer.getPeerCertificate();
    return names.some((name) => checkServerIdentity(name, leaf) === undefined)
      ? undefined
      : 'its certificate is for another name';
  };
}

function speaksOf({ selector, matching, data }: TlsaRecord, certificate: X509Certificate): boolean {
  const selected = selector === 0 ? certificate.raw : certificate.publicKey.export({ type: 'spki', format: 'der' });
  const digest = DIGESTS[matching];
  return (digest ? createHash(digest.name).update(selected).digest() : selected).equals(data);
}

/** The server's own first, as far up as it was shown. */
function chainOf(peer: TLSSocket): X509Certificate[] {
  const chain: X509Certificate[] = [];
  let at: DetailedPeerCertificate | undefined = peer.getPeerCertificate(true);
  const seen = new Set<string>();
  while (at?.raw && !seen.has(at.fingerprint256)) {
    seen.add(at.fingerprint256);
    chain.push(new X509Certificate(at.raw));
    at = at.issuerCertificate;
  }
  return chain;
}

/** Each was issued by the next, and is of now. */
function isIntact(chain: readonly X509Certificate[]): boolean {
  const now = Date.now();
  return chain.every((each, i) => {
    const issuer = chain[i + 1];
    const isOfNow = Date.parse(each.validFrom) <= now && now <= Date.parse(each.validTo);
    return isOfNow && (!issuer || (issuer.ca && each.checkIssued(issuer) && each.verify(issuer.publicKey)));
  });
}
