/** Whether a form came from a page of ours: by its token, and by what the browser says of where it stood. */

import { createHmac, timingSafeEqual } from 'node:crypto';

export class Guard {
  private readonly secret: Buffer;

  constructor(private readonly random: (octets: number) => Buffer) {
    this.secret = random(32);
  }

  /** What a browser that is not signed in keeps in a cookie. */
  ticket(): string {
    return this.random(16).toString('base64url');
  }

  /** What the form of the sign-in has beside that cookie. */
  tokenFor(ticket: string): string {
    return createHmac('sha256', this.secret).update(ticket).digest('base64url');
  }

  isTokenFor(ticket: string, token: string): boolean {
    return ticket !== '' && same(this.tokenFor(ticket), token);
  }

  isTokenOf(session: { token: string }, token: string): boolean {
    return same(session.token, token);
  }

  /** Fetch Metadata, and Origin where a browser is older; a program that sends neither is no browser, and has no cookies of anybody. */
  isOwn(headers: { site?: string | undefined; origin?: string | undefined }, own: string): boolean {
    if (headers.site !== undefined) return headers.site === 'same-origin' || headers.site === 'none';
    return headers.origin === undefined || headers.origin === own;
  }
}

function same(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)];
  return a.length === b.length && timingSafeEqual(a, b);
}
