/** Networks by their addresses: whoever comes from one of them is known. */

import { BlockList, isIP, isIPv4 } from 'node:net';

/** `192.0.2.0/24`, `2001:db8::/32`, or one address alone. */
export function isNetwork(text: string): boolean {
  const [address = '', bits, ...rest] = text.split('/');
  if (isIP(address) === 0 || rest.length > 0) return false;
  return bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= widest(address));
}

export class Networks {
  private readonly list = new BlockList();

  constructor(networks: readonly string[]) {
    for (const network of networks) {
      const [address = '', bits = widest(network)] = network.split('/');
      this.list.addSubnet(address, Number(bits), familyOf(address));
    }
  }

  /** Whether the address lies in one of them. */
  has(address: string): boolean {
    return isIP(address) !== 0 && this.list.check(address, familyOf(address));
  }
}

function widest(network: string): number {
  return network.includes(':') ? 128 : 32;
}

function familyOf(address: string): 'ipv4' | 'ipv6' {
  return isIPv4(address) ? 'ipv4' : 'ipv6';
}
