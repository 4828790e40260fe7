import { isIP } from 'node:net';

/** The IP address of an address literal, `[192.0.2.1]` or `[IPv6:2001:db8::1]` (RFC 5321 §4.1.3); undefined for anything else. */
export function literalAddress(domain: string): string | undefined {
  const [, inside] = /^\[(?:IPv6:)?([^\]]+)\]$/i.exec(domain) ?? [];
  return inside !== undefined && isIP(inside) !== 0 ? inside : undefined;
}
