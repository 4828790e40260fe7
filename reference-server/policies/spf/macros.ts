/** Macros (RFC 7208 §7). */

import { isIPv6 } from 'node:net';
import { dotted } from '../../dns/address-names';
import { permanent } from './result';

/** What the letters stand for. */
export interface MacroValues {
  readonly sender: { readonly local: string; readonly domain: string };
  /** The domain whose record is evaluated. */
  readonly domain: string;
  readonly address: string;
  readonly helo: string;
  /** The name of this server, for explanations. */
  readonly receiver: string;
  readonly now: number;
  /** A validated name of the client. */
  pointer(): Promise<string>;
}

const EXPAND = /%(?:\{([slodiphcrtv])(\d*)(r?)([.\-+,/_=]*)\}|([%_-]))/gi;
/** The longest name of the DNS, without a dot at its end (RFC 7208 §7.3). */
const LONGEST_NAME = 253;

/** `c`, `r` and `t` are for explanations alone. @param isExplanation with spaces in it, too */
export function isMacroString(text: string, isExplanation = false): boolean {
  const rest = text.replace(EXPAND, (whole, letter: string | undefined, digits: string) => {
    if (letter === undefined) return '';
    const allowed = isExplanation || !/[crt]/i.test(letter);
    return allowed && (digits === '' || Number(digits) > 0) ? '' : whole;
  });
  return (isExplanation ? /^[\x20-\x24\x26-\x7e]*$/ : /^[\x21-\x24\x26-\x7e]*$/).test(rest);
}

/** It ends in a macro, or in a label that could be a top-level domain's. */
export function isDomainSpec(text: string): boolean {
  if (!isMacroString(text)) return false;
  if (/%(?:\{[^}]*\}|[%_-])$/.test(text)) return true;
  const top = /\.([a-z0-9-]+)\.?$/i.exec(text)?.[1] ?? '';
  return /^(?=.*[a-z-])[a-z0-9](?:[a-z0-9-]*[a-z0-9])?$/i.test(top);
}

/** As a name to ask for: labels on the left are left out where it would be too long. */
export async function expandName(spec: string, values: MacroValues): Promise<string> {
  let name = (await expand(spec, values)).replace(/\.$/, '');
  while (name.length > LONGEST_NAME && name.includes('.')) name = name.slice(name.indexOf('.') + 1);
  return name;
}

/** As the words to whom it turns away. @throws SpfError */
export async function expandExplanation(text: string, values: MacroValues): Promise<string> {
  if (!isMacroString(text, true)) throw permanent('the explanation is no macro-string');
  return await expand(text, values);
}

async function expand(text: string, values: MacroValues): Promise<string> {
  const parts: string[] = [];
  let from = 0;
  for (const match of text.matchAll(EXPAND)) {
    const [whole, letter, digits, reverse, delimiters, sign] = match;
    parts.push(text.slice(from, match.index));
    from = match.index + whole.length;
    if (letter === undefined) parts.push({ '%': '%', _: ' ', '-': '%20' }[sign!]!);
    else {
      const value = transformed(await valueBehind(letter.toLowerCase(), values), digits!, reverse!, delimiters!);
      parts.push(/[A-Z]/.test(letter) ? escaped(value) : value);
    }
  }
  parts.push(text.slice(from));
  return parts.join('');
}

async function valueBehind(letter: string, values: MacroValues): Promise<string> {
  const { sender, domain, address, helo, receiver, now } = values;
  switch (letter) {
    case 's':
      return `${sender.local}@${sender.domain}`;
    case 'l':
      return sender.local;
    case 'o':
      return sender.domain;
    case 'd':
      return domain;
    case 'i':
      return dotted(address);
    case 'p':
      return await values.pointer();
    case 'v':
      return isIPv6(address) ? 'ip6' : 'in-addr';
    case 'h':
      return helo;
    case 'c':
      return address;
    case 'r':
      return receiver;
    default:
      return String(Math.floor(now / 1000));
  }
}

function transformed(value: string, digits: string, reverse: string, delimiters: string): string {
  if (digits === '' && reverse === '' && delimiters === '') return value;
  const parts = value.split(new RegExp(`[${(delimiters || '.').replace(/[-\]\\^]/g, '\\$&')}]`));
  if (reverse !== '') parts.reverse();
  return (digits === '' ? parts : parts.slice(-Number(digits))).join('.');
}

/** RFC 7208 §7.3: what is not unreserved is written as octets. */
function escaped(value: string): string {
  return encodeURIComponent(value).replace(/[!'()*]/g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`);
}
