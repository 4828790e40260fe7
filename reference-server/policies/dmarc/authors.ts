/** Whom a message says that it is from: the domains of its From field (RFC 7489 §6.6.1). */

import { domainToASCII } from 'node:url';
import { parseAddresses } from '../../mime/address';
import { LONGEST_HEADER, readHeader, sameName } from '../../mime/header';

const MOST_TOKENS = 10_000;

/** A-labels in small letters, each once; undefined where no one From field tells (RFC 7489 §3.1). A group may have no members. */
export function authorsOf(content: Buffer): string[] | undefined {
  const { fields } = readHeader(content, 0, () => false, LONGEST_HEADER);
  const [from, ...others] = fields.filter(({ name }) => sameName(name, 'From'));
  if (!from || others.length > 0) return undefined;
  const text = Buffer.from(from.value, 'latin1').toString('utf8');
  const addresses = parseAddresses(text, { tokens: MOST_TOKENS });
  const hosts = addresses.flatMap(({ host }) => (host === null ? [] : [host]));
  const domains = hosts.map((host) => domainToASCII(host.replace(/\.$/, '')).toLowerCase());
  return addresses.length > 0 && domains.every((domain) => domain !== '') ? [...new Set(domains)] : undefined;
}
