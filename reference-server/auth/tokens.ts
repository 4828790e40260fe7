/** Bearer tokens as this server gave them out itself (RFC 6750): each speaks for one account until it expires. */

import { createHmac } from 'node:crypto';

export interface TokenOptions {
  value: string;
  /** When it stops being good, in milliseconds since 1970; never when absent. */
  expires?: number;
}

interface Known {
  address: string;
  expires: number;
}

export class Tokens {
  /** By a keyed hash: how long a look takes tells nothing about tokens. */
  private readonly known = new Map<string, Known>();
  private readonly key: Buffer;

  constructor(random: (octets: number) => Buffer) {
    this.key = random(32);
  }

  /** Whether there are any; otherwise no mechanism for them is offered. */
  get any(): boolean {
    return this.known.size > 0;
  }

  add(address: string, tokens: readonly TokenOptions[]): void {
    for (const { value, expires = Number.POSITIVE_INFINITY } of tokens)
      this.known.set(this.label(value), { address, expires });
  }

  /** Whose it is; undefined for one that is not known or good no more. */
  addressOf(token: string, now: number): string | undefined {
    const found = this.known.get(this.label(token));
    return found && now < found.expires ? found.address : undefined;
  }

  private label(token: string): string {
    return createHmac('sha256', this.key).update(token).digest('base64');
  }
}
