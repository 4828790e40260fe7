/** The webmail's cookies. */

import type { Context } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';

export type CookieName = 'session' | 'ticket' | 'language';

/** `__Host-` (RFC 6265bis) needs Secure, no Domain and Path=/: nobody beside the host itself can have set it. */
export class Cookies {
  constructor(private readonly secure: boolean) {}

  read(c: Context, name: CookieName): string {
    return getCookie(c, this.nameOf(name)) ?? '';
  }

  write(c: Context, name: CookieName, value: string): void {
    setCookie(c, this.nameOf(name), value, {
      ...this.attributes(),
      ...(name === 'language' && { maxAge: 31_536_000 }),
    });
  }

  remove(c: Context, name: CookieName): void {
    deleteCookie(c, this.nameOf(name), this.attributes());
  }

  nameOf(name: CookieName): string {
    return `${this.secure ? '__Host-' : ''}webmail-${name}`;
  }

  /** Lax, not Strict: a link in the frame of a mail, whose origin is none of ours, opens a page of ours. Forms have their tokens. */
  private attributes() {
    return { path: '/', httpOnly: true, sameSite: 'Lax' as const, secure: this.secure };
  }
}
