/**
 * Where a link in a message leads is shown before it is followed: it goes to a page of the webmail, with a signature, so that nobody but a message
 * that was shown can make that page speak of an address, and it sends nobody anywhere by itself (CWE-601).
 */
import { createHmac, timingSafeEqual } from 'node:crypto';
import { domainToUnicode } from 'node:url';
import { shownText } from './shown-text';

const FOLLOWED = new Set(['http:', 'https:', 'mailto:', 'tel:', 'ftp:', 'sms:', 'xmpp:', 'sip:', 'geo:', 'webcal:']);
/** Longer than what browsers send, and nobody reads it. */
const LONGEST = 8000;

/** The address as a browser would read it, where it is one that a page may lead to: `javascript:`, `data:`, `file:` and whatever nobody knows are not. */
export function followed(raw: string): URL | undefined {
  const text = /^\s*\/\//.test(raw) ? `https:${raw.trim()}` : raw;
  if (text.length > LONGEST || !URL.canParse(text)) return undefined;
  const url = new URL(text);
  return FOLLOWED.has(url.protocol) ? url : undefined;
}

export interface Links {
  /** The address, within the webmail, of the page that shows where this link leads. */
  to(href: string): string;
  /** @returns where a request for that page leads; undefined where the signature is not ours */
  check(query: { to?: string | undefined; by?: string | undefined }): URL | undefined;
}

/** @param secret random, of this process; @param path of the page, `/link`; @param holder whose session the links are for: with another they are refused */
export function signedLinks(secret: Uint8Array, path: string, holder = ''): Links {
  const sign = (href: string) =>
    createHmac('sha256', secret)
      .update(`${Buffer.byteLength(holder)}:${holder}${href}`)
      .digest();
  return {
    to: (href) => `${path}?${new URLSearchParams({ to: href, by: sign(href).toString('base64url') })}`,
    check: ({ to = '', by = '' }) => {
      const given = Buffer.from(by, 'base64url');
      const right = sign(to);
      return given.length === right.length && timingSafeEqual(given, right) ? followed(to) : undefined;
    },
  };
}

export type LinkWarning = 'other-letters' | 'number' | 'name-in-front' | 'not-encrypted' | 'unusual-port' | 'not-web';

export interface ShownLink {
  /** To be followed (as `href`, with `rel="noopener noreferrer"`). */
  href: string;
  /** What decides where it leads: the host as the DNS knows it, with its port. For `mailto:` and the like all that follows. */
  host: string;
  /** The host as people read it, where it has other than ASCII letters. */
  unicode?: string;
  warnings: LinkWarning[];
}

/** What the page says of a link. */
export function shownLink(url: URL): ShownLink {
  const web = url.protocol === 'http:' || url.protocol === 'https:' || url.protocol === 'ftp:';
  const host = web ? url.host : shownText(url.pathname, 300);
  const unicode = web ? domainToUnicode(url.hostname) : url.hostname;
  const warnings: [boolean, LinkWarning][] = [
    [!web, 'not-web'],
    [web && unicode !== url.hostname, 'other-letters'],
    [/^\[|^[\d.]+$/.test(url.hostname), 'number'],
    [url.username !== '' || url.password !== '', 'name-in-front'],
    [web && url.protocol !== 'https:', 'not-encrypted'],
    [url.port !== '', 'unusual-port'],
  ];
  return {
    href: url.href,
    host,
    ...(web && unicode !== url.hostname ? { unicode: shownText(unicode) } : {}),
    warnings: warnings.filter(([is]) => is).map(([, warning]) => warning),
  };
}
