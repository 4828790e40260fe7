/** What is done with each address that stands in a message, and how many were not fetched. */

import { isPicture } from './download';
import { followed, shownLink } from './links';
import { shownText } from './shown-text';

export interface Wishes {
  /** Where a link leads to in our page, and what is said of it; undefined: it is text. */
  link(href: string): { href: string; title: string } | undefined;
  /** From where a picture is taken; undefined: its place stays empty. */
  picture(src: string): string | undefined;
  styleAddress(address: string): string | undefined;
}

/** A part of the message by its Content-ID (RFC 2392). */
export interface Inline {
  type: string;
  content: Uint8Array;
}

export interface WishesOf {
  /** Whether the reader has asked for what lies elsewhere. */
  remote: boolean;
  /** Hosts (`mail.example.test:2443`) of which nothing is fetched, though asked: the webmail's own. */
  ownHosts: readonly string[];
  /** Whether pictures may come from loopback and private networks: where the webmail and what it shows are on one desk. */
  near: boolean;
  inline: ReadonlyMap<string, Inline>;
  link: (href: string) => string;
  /** Told of each that was not fetched since nobody has asked. */
  blocked: (url: URL) => void;
}

/** Octets of pictures that a page carries in itself. */
const MOST = 12_000_000;
const DATA = /^\s*data:(image\/(?:png|jpeg|jpg|gif|webp|avif))\s*;\s*base64\s*,([a-z0-9+/=\s]+)$/i;
/** Loopback, private, of the link, of everybody; a router's own page is reached by such names, and a picture is a request to it. */
const NEAR =
  /^(?:localhost|.*\.(?:localhost|local|internal|lan|home|intranet|corp|arpa|onion)|[^.:]+|0\..*|127\..*|10\..*|169\.254\..*|192\.168\..*|172\.(?:1[6-9]|2\d|3[01])\..*|100\.(?:6[4-9]|[7-9]\d|1[01]\d|12[0-7])\..*|22[4-9]\..*|2[345]\d\..*|\[.*\])\.?$/i;

export function wishesOf({ remote, ownHosts, near, inline, link, blocked }: WishesOf): Wishes {
  let carried = 0;
  const elsewhere = (address: string): string | undefined => {
    const url = followed(address);
    if (url === undefined || (url.protocol !== 'https:' && url.protocol !== 'http:')) return undefined;
    if ((!near && NEAR.test(url.hostname)) || ownHosts.includes(url.host)) return undefined;
    if (remote) return url.href;
    blocked(url);
    return undefined;
  };
  const carry = (type: string, content: Uint8Array): string | undefined => {
    if (!isPicture(type, content) || carried + content.byteLength > MOST) return undefined;
    carried += content.byteLength;
    return `data:${type};base64,${Buffer.from(content).toString('base64')}`;
  };
  return {
    link: (href) => {
      const url = followed(href);
      if (url === undefined) return undefined;
      const { host, unicode } = shownLink(url);
      return { href: link(url.href), title: shownText(unicode === undefined ? host : `${host} (${unicode})`, 200) };
    },
    picture: (src) => {
      const cid = /^\s*cid:(.*)$/is.exec(src)?.[1];
      if (cid !== undefined) {
        const part = inline.get(contentId(cid));
        return part === undefined ? undefined : carry(part.type, part.content);
      }
      const data = DATA.exec(src);
      if (data === null) return elsewhere(src);
      return carry(data[1]!.toLowerCase().replace('jpg', 'jpeg'), Buffer.from(data[2]!, 'base64'));
    },
    styleAddress: elsewhere,
  };
}

/** As it stands in the URL (RFC 2392: escaped) and in the field (in angle brackets). */
export function contentId(raw: string): string {
  const plain = raw.trim().replace(/^<|>$/g, '');
  try {
    return decodeURIComponent(plain);
  } catch {
    return plain;
  }
}
