/** Where this server can be reached, as far as it knows. */

import { networkInterfaces } from 'node:os';

export class OwnPlaces {
  private readonly places = new Set<string>();

  /** It listens there; one host may stand for all (`0.0.0.0`, `::`). */
  add(host: string, port: number): void {
    for (const address of addressesOf(host)) this.places.add(`${address} ${port}`);
  }

  has(address: string, port: number): boolean {
    return this.places.has(`${address} ${port}`);
  }
}

function addressesOf(host: string): string[] {
  if (host !== '0.0.0.0' && host !== '::') return [host];
  return Object.values(networkInterfaces()).flatMap((all) => (all ?? []).map(({ address }) => address));
}
