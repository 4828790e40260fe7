/** A browser as far as tests need one: cookies, forms, no script. */

import assert from 'node:assert';

export interface Answer {
  readonly status: number;
  readonly to: string | null;
  readonly headers: Headers;
  readonly text: string;
}

export class Browser {
  readonly jar = new Map<string, string>();
  /** The Set-Cookie lines of the last answer. */
  set: string[] = [];

  constructor(readonly base: string) {}

  async go(path: string, init: RequestInit = {}): Promise<Answer> {
    const headers = new Headers(init.headers);
    if (this.jar.size > 0) headers.set('cookie', [...this.jar].map(([name, value]) => `${name}=${value}`).join('; '));
    const answer = await fetch(new URL(path, this.base), { redirect: 'manual', ...init, headers });
    this.set = answer.headers.getSetCookie();
    for (const line of this.set) {
      const [pair = ''] = line.split(';');
      const [name = '', value = ''] = [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)];
      if (/max-age=0/i.test(line)) this.jar.delete(name);
      else this.jar.set(name, value);
    }
    return {
      status: answer.status,
      to: answer.headers.get('location'),
      headers: answer.headers,
      text: await answer.text(),
    };
  }

  async post(path: string, fields: Record<string, string>, headers: Record<string, string> = {}): Promise<Answer> {
    return await this.go(path, { method: 'POST', body: new URLSearchParams(fields), headers });
  }

  async postParts(path: string, fields: Record<string, string | File>): Promise<Answer> {
    const body = new FormData();
    for (const [name, value] of Object.entries(fields)) body.append(name, value);
    return await this.go(path, { method: 'POST', body });
  }

  async signIn(user: string, password: string): Promise<Answer> {
    const { text } = await this.go('/signin');
    return await this.post('/signin', { token: tokenIn(text), user, password });
  }
}

export function tokenIn(text: string): string {
  const found = /name="token" value="([^"]+)"/.exec(text)?.[1];
  assert.ok(found, 'the page has no token');
  return found;
}

/** What went wrong, by its code. */
export function problemIn(text: string): string | undefined {
  return /data-problem="([^"]+)"/.exec(text)?.[1];
}

/** Where the first link of this kind leads. */
export function linkIn(text: string, begin: string): string {
  const found = [...text.matchAll(/(?:href|src)="([^"]+)"/g)]
    .map(([, link]) => link!)
    .find((link) => link.startsWith(begin));
  assert.ok(found, `the page has no link ${begin}`);
  return found.replaceAll('&amp;', '&');
}
