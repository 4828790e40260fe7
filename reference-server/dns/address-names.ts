/** Addresses as names of the DNS have them. */

import { isIPv6 } from 'node:net';

/** Octets or nibbles, the last first, with dots between them: `1.2.0.192`. */
export function backwards(address: string): string {
  return dotted(address).split('.').reverse().join('.');
}

/** As PTR records are asked for. */
export function reversed(address: string): string {
  return `${backwards(address)}.${isIPv6(address) ? 'ip6' : 'in-addr'}.arpa`;
}

/** As it is; IPv6 as 32 nibbles with dots between them (RFC 7208 §7.3). */
export function dotted(address: string): string {
  if (!isIPv6(address)) return address;
  return [
    ...groups(address)
      .map((group) => group.padStart(4, '0'))
      .join(''),
  ].join('.');
}

function groups(address: string): string[] {
  const [left = '', right] = address.replace(/(\d+)\.(\d+)\.(\d+)\.(\d+)$/, hexadecimal).split('::');
  const head = left === '' ? [] : left.split(':');
  if (right === undefined) return head;
  const tail = right === '' ? [] : right.split(':');
  return [...head, ...Array<string>(8 - head.length - tail.length).fill('0'), ...tail];
}

function hexadecimal(_: string, ...octets: unknown[]): string {
  const [a, b, c, d] = octets.slice(0, 4).map(Number) as [number, number, number, number];
  return `${(a * 256 + b).toString(16)}:${(c * 256 + d).toString(16)}`;
}
