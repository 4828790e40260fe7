/** Lists of addresses in the DNS that nobody wants mail from (RFC 5782). */

import { type Reply, reply } from '../delivery/reply';
import { backwards } from '../dns/address-names';
import type { Names } from '../dns/names';
import type { Visit } from './visit';

export class Blocklists {
  constructor(
    private readonly names: Names,
    private readonly zones: readonly string[],
  ) {}

  async refusal({ address }: Visit): Promise<Reply | undefined> {
    for (const zone of this.zones) {
      const answer = await this.names.ipv4(`${backwards(address)}.${zone}`);
      // Where nobody knows now, nothing is known against the client.
      if (answer.kind !== 'found' || !answer.records.some((record) => this.isListing(record))) continue;
      return reply(550, '5.7.1', `Your address ${address} is listed by ${zone}`);
    }
    return undefined;
  }

  /** RFC 5782 §2.1: 127.0.0.0/8, and what lists say of the question itself is no listing. */
  isListing(record: string): boolean {
    return record.startsWith('127.') && record !== '127.0.0.1' && !record.startsWith('127.255.255.');
  }
}
