/** A DKIM-Signature field, read as strictly as RFC 6376 §6.1.1 asks for. */

import type { Field } from '../../mime/header';
import { type Canonicalization, isCanonicalization } from './canonical';
import { DkimError } from './result';
import { base64Of, listed, parseTags, type Tags } from './tags';

export interface Signature {
  readonly field: Field;
  readonly algorithm: string;
  readonly header: Canonicalization;
  readonly body: Canonicalization;
  /** d=, in small letters. */
  readonly domain: string;
  readonly selector: string;
  /** The domain of i=, in small letters. */
  readonly agent: string;
  /** h=, in its order. */
  readonly names: readonly string[];
  readonly bodyHash: Buffer;
  readonly value: Buffer;
  /** l=: octets of the body that are signed; all of them, when absent. */
  readonly length?: number;
  /** x=, in seconds. */
  readonly expires?: number;
}

/** RFC 6376 §3.5. */
const REQUIRED = ['v', 'a', 'b', 'bh', 'd', 'h', 's'];
const LABEL = '[a-z0-9_](?:[a-z0-9_-]*[a-z0-9_])?';
const DOMAIN = new RegExp(`^${LABEL}(?:\\.${LABEL})+$`, 'i');
const SELECTOR = new RegExp(`^${LABEL}(?:\\.${LABEL})*$`, 'i');

/** @throws DkimError */
export function readSignature(field: Field): Signature {
  const tags = parseTags(field.value);
  if (!tags) throw unread('it is no list of tags');
  if (tags.has('v') && tags.get('v') !== '1') throw unread('of another version');
  const missing = REQUIRED.find((name) => !tags.has(name));
  if (missing) throw new DkimError('permerror', `it has no ${missing}=`);
  const [header, body] = canonicalizationsOf(tags.get('c') ?? 'simple/simple');
  const domain = tags.get('d')!.toLowerCase();
  const selector = tags.get('s')!;
  if (!DOMAIN.test(domain) || !SELECTOR.test(selector)) throw unread('d= or s= is no name');
  const [bodyHash, value] = [base64Of(tags.get('bh')!), base64Of(tags.get('b')!)];
  if (!bodyHash || !value) throw unread('bh= or b= is not in base64');
  const queries = listed(tags.get('q') ?? 'dns/txt');
  if (!queries.includes('dns/txt')) throw unread('its key is to be had by a way that nobody knows here');
  const length = wholeNumber(tags, 'l', 76);
  const expires = wholeNumber(tags, 'x', 12);
  const created = wholeNumber(tags, 't', 12);
  if (expires !== undefined && created !== undefined && expires <= created) throw unread('it ends before it begins');
  return {
    field,
    algorithm: tags.get('a')!,
    header,
    body,
    domain,
    selector,
    agent: agentOf(tags.get('i') ?? `@${domain}`, domain),
    names: namesOf(tags.get('h')!),
    bodyHash,
    value,
    ...(length !== undefined && { length }),
    ...(expires !== undefined && { expires }),
  };
}

/** The domain of i=, which is that of d= or below it. @throws DkimError */
function agentOf(identity: string, domain: string): string {
  const agent = identity.slice(identity.lastIndexOf('@') + 1).toLowerCase();
  if (!identity.includes('@') || !(agent === domain || agent.endsWith(`.${domain}`)))
    throw new DkimError('permerror', 'i= lies outside of d=');
  return agent;
}

/** @throws DkimError */
function namesOf(value: string): string[] {
  const names = listed(value);
  if (names.some((name) => !/^[\x21-\x39\x3b-\x7e]+$/.test(name))) throw unread('h= is no list of names');
  if (!names.some((name) => name.toLowerCase() === 'from')) throw new DkimError('permerror', 'From is not signed');
  return names;
}

/** RFC 6376 §3.5: one name is that of the header. @throws DkimError */
export function canonicalizationsOf(value: string): [Canonicalization, Canonicalization] {
  const [header = '', body = 'simple', ...more] = value.split('/');
  if (isCanonicalization(header) && isCanonicalization(body) && more.length === 0) return [header, body];
  throw unread('by a canonicalization that nobody knows here');
}

/** @throws DkimError */
function wholeNumber(tags: Tags, name: string, most: number): number | undefined {
  const text = tags.get(name);
  if (text === undefined) return undefined;
  if (!/^\d+$/.test(text) || text.length > most) throw unread(`${name}= is no number`);
  return Number(text);
}

function unread(why: string): DkimError {
  return new DkimError('neutral', why);
}
