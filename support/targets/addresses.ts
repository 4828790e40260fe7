/** Addresses and the domains that they are in; domains ignore case (RFC 5321 §2.4). */

export function domainOf(address: string): string {
  return address.slice(address.lastIndexOf('@') + 1);
}

export function isIn(domains: readonly string[], address: string): boolean {
  const own = domainOf(address).toLowerCase();
  return domains.some((domain) => domain.toLowerCase() === own);
}
