/** Domains and address literals (RFC 5321 §4.1.2, §4.1.3; RFC 6531 §3.3 for the letters beyond ASCII). */

import { isIPv4, isIPv6 } from 'node:net';

const LABEL = /[A-Za-z0-9\u0080-\u{10ffff}](?:[A-Za-z0-9\u0080-\u{10ffff}-]{0,61}[A-Za-z0-9\u0080-\u{10ffff}])?/u
  .source;
const DOMAIN = new RegExp(`^${LABEL}(?:\\.${LABEL})*$`, 'u');
/** RFC 5321 §4.5.3.1.2. */
const LONGEST = 255;

/** Whether the text is a domain: labels of letters, digits and inner hyphens. */
export function isDomain(text: string): boolean {
  return DOMAIN.test(text) && Buffer.byteLength(text) <= LONGEST;
}

/** Whether the text, brackets included, is an address literal: IPv4, `IPv6:` or a tag with visible characters. */
export function isAddressLiteral(text: string): boolean {
  if (!text.startsWith('[') || !text.endsWith(']')) return false;
  const inside = text.slice(1, -1);
  if (/^IPv6:/i.test(inside)) return isIPv6(inside.slice(5)) && !inside.includes('%');
  return isIPv4(inside) || /^[A-Za-z0-9-]*[A-Za-z0-9]:[\x21-\x5a\x5e-\x7e]+$/.test(inside);
}

/** The IP address of an address literal, or undefined when it is of another kind. */
export function literalAddress(text: string): string | undefined {
  const inside = text.slice(1, -1).replace(/^IPv6:/i, '');
  return isAddressLiteral(text) && (isIPv4(inside) || isIPv6(inside)) ? inside.toLowerCase() : undefined;
}
