/** What a browser keeps of Set-Cookie (RFC 6265), and gives back. One host is spoken to: Domain means nothing here. */

export interface Cookie {
  name: string;
  value: string;
  path: string;
  /** Attributes by name in small letters; `true` where they have no value. */
  attributes: ReadonlyMap<string, string | true>;
}

export class CookieJar {
  private readonly cookies = new Map<string, Cookie>();
  /** All that were ever set, for who judges how. */
  readonly set: Cookie[] = [];

  /** @param from the address whose answer had the field */
  take(fields: readonly string[], from: URL): void {
    for (const field of fields) {
      const cookie = parseCookie(field, from);
      if (cookie === undefined) continue;
      const key = `${cookie.path} ${cookie.name}`;
      if (isOver(cookie)) {
        this.cookies.delete(key);
        continue;
      }
      this.cookies.set(key, cookie);
      this.set.push(cookie);
    }
  }

  /** The value of the field Cookie there; empty where there are none. */
  for({ pathname }: URL): string {
    const fitting = [...this.cookies.values()].filter(({ path }) => isBelow(pathname, path));
    return fitting.map(({ name, value }) => `${name}=${value}`).join('; ');
  }

  /** What there is now, as another browser would have stolen it. */
  copy(): CookieJar {
    const jar = new CookieJar();
    for (const [key, cookie] of this.cookies) jar.cookies.set(key, cookie);
    return jar;
  }

  get size(): number {
    return this.cookies.size;
  }
}

/** RFC 6265, 5.2; a field without a name and a value is none. */
export function parseCookie(field: string, from: URL): Cookie | undefined {
  const [pair = '', ...rest] = field.split(';');
  const at = pair.indexOf('=');
  if (at <= 0) return undefined;
  const attributes = new Map<string, string | true>();
  for (const part of rest) {
    const [name = '', ...value] = part.split('=');
    attributes.set(name.trim().toLowerCase(), value.length > 0 ? value.join('=').trim() : true);
  }
  const given = attributes.get('path');
  const path = typeof given === 'string' && given.startsWith('/') ? given : defaultPath(from);
  return { name: pair.slice(0, at).trim(), value: pair.slice(at + 1).trim(), path, attributes };
}

/** RFC 6265, 5.1.4. */
function defaultPath({ pathname }: URL): string {
  const end = pathname.lastIndexOf('/');
  return end <= 0 ? '/' : pathname.slice(0, end);
}

function isBelow(pathname: string, path: string): boolean {
  return pathname === path || (pathname.startsWith(path) && (path.endsWith('/') || pathname[path.length] === '/'));
}

function isOver({ attributes }: Cookie): boolean {
  const age = attributes.get('max-age');
  if (typeof age === 'string') return Number(age) <= 0;
  const expires = attributes.get('expires');
  return typeof expires === 'string' && Date.parse(expires) < Date.now();
}
