/** The grammar of records (RFC 7208 §4.6.1, §5, §6): all of one is read before anything of it is looked up. */

import { isIPv4, isIPv6 } from 'node:net';
import { isDomainSpec, isMacroString } from './macros';
import { permanent } from './result';

export type MechanismName = 'all' | 'include' | 'a' | 'mx' | 'ptr' | 'ip4' | 'ip6' | 'exists';

export interface Mechanism {
  readonly name: MechanismName;
  readonly qualifier: '+' | '-' | '~' | '?';
  /** A domain-spec, or the network of ip4 and ip6; '' where there is none. */
  readonly value: string;
  readonly bits4: number;
  readonly bits6: number;
}

export interface SpfRecord {
  readonly mechanisms: readonly Mechanism[];
  readonly redirect?: string;
  readonly exp?: string;
}

const TERM = /^([+\-~?]?)([a-z][a-z0-9]*)(?:([:/])(.*))?$/i;
const MODIFIER = /^([a-z][a-z0-9\-_.]*)=(.*)$/i;
const NUMBER = /^(?:0|[1-9]\d{0,2})$/;
/** What may stand behind the name: a domain that must be there, or may be, and whether lengths may. */
const SHAPES: Readonly<Record<MechanismName, { domain: 'needed' | 'possible' | 'none'; lengths: boolean }>> = {
  all: { domain: 'none', lengths: false },
  include: { domain: 'needed', lengths: false },
  a: { domain: 'possible', lengths: true },
  mx: { domain: 'possible', lengths: true },
  ptr: { domain: 'possible', lengths: false },
  ip4: { domain: 'none', lengths: false },
  ip6: { domain: 'none', lengths: false },
  exists: { domain: 'needed', lengths: false },
};

/** @throws SpfError `permerror` for any error of syntax, wherever it stands */
export function parseRecord(text: string): SpfRecord {
  const mechanisms: Mechanism[] = [];
  const modifiers: { redirect?: string; exp?: string } = {};
  for (const term of text.split(' ').slice(1)) {
    if (term === '') continue;
    const [, name, value = ''] = MODIFIER.exec(term) ?? [];
    if (name === undefined) mechanisms.push(mechanism(term));
    else takeModifier(modifiers, name.toLowerCase(), value);
  }
  return { mechanisms, ...modifiers };
}

function takeModifier(modifiers: { redirect?: string; exp?: string }, name: string, value: string): void {
  if (name !== 'redirect' && name !== 'exp') {
    if (!isMacroString(value)) throw permanent(`${name}= holds what no macro-string may`);
    return;
  }
  if (modifiers[name] !== undefined) throw permanent(`${name}= is there twice`);
  if (!isDomainSpec(value)) throw permanent(`${name}= names no domain`);
  modifiers[name] = value;
}

function mechanism(term: string): Mechanism {
  const [, sign = '', written = '', mark, rest = ''] = TERM.exec(term) ?? [];
  const name = written.toLowerCase() as MechanismName;
  if (!Object.hasOwn(SHAPES, name)) throw permanent(`there is no mechanism “${term}”`);
  const qualifier = (sign || '+') as Mechanism['qualifier'];
  if (name === 'ip4' || name === 'ip6') return { name, qualifier, ...network(name, mark === ':' ? rest : '') };
  const { domain, lengths } = SHAPES[name];
  const whole = mark === undefined ? '' : `${mark}${rest}`;
  const [, colon, value = '', four, six] = /^(?:(:)(.*?))?(?:\/(\d+))?(?:\/\/(\d+))?$/s.exec(whole) ?? [];
  const wrong =
    (colon === undefined && whole !== '' && four === undefined && six === undefined) ||
    (colon !== undefined && (domain === 'none' || !isDomainSpec(value))) ||
    (colon === undefined && domain === 'needed') ||
    (!lengths && (four ?? six) !== undefined);
  if (wrong) throw permanent(`“${term}” is not well formed`);
  return { name, qualifier, value, bits4: length(four, 32), bits6: length(six, 128) };
}

function network(name: 'ip4' | 'ip6', text: string): Pick<Mechanism, 'value' | 'bits4' | 'bits6'> {
  const [value = '', bits, ...more] = text.split('/');
  const isAddress = name === 'ip4' ? isIPv4(value) : isIPv6(value) && !value.includes('%');
  if (!isAddress || more.length > 0) throw permanent(`“${name}:${text}” is no network`);
  return { value, bits4: name === 'ip4' ? length(bits, 32) : 32, bits6: name === 'ip6' ? length(bits, 128) : 128 };
}

function length(digits: string | undefined, most: number): number {
  if (digits === undefined) return most;
  if (!NUMBER.test(digits) || Number(digits) > most) throw permanent(`/${digits} is no length of a prefix`);
  return Number(digits);
}
