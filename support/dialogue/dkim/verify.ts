/** Whether a signature holds (RFC 6376 §6.1), for what a target has signed: by nobody else's code, as sign.ts is. */
import { createHash, createPublicKey, type KeyObject, verify } from 'node:crypto';
import { canonicalBody, canonicalField, nameOf, takeApart } from './canonical';

/** As they stand in the field, without white space around them. */
export type Tags = ReadonlyMap<string, string>;

export interface Found {
  readonly tags: Tags;
  /** Why it does not hold; absent where it does. */
  readonly wrong?: string;
}

/**
 * The signatures of a message, the first one first.
 * @param keys what each domain has published, by the whole names of the records
 */
export function signaturesOf(message: Buffer, keys: Readonly<Record<string, string>>): Found[] {
  const { fields, body } = takeApart(message);
  return fields
    .filter((field) => nameOf(field) === 'dkim-signature')
    .map((field) => {
      const tags = parseTags(field.toString('latin1', field.indexOf(':') + 1));
      if (tags instanceof Map) {
        const wrong = wrongWith({ field, tags, fields, body }, keys);
        return wrong === undefined ? { tags } : { tags, wrong };
      }
      return { tags: new Map(), wrong: String(tags) };
    });
}

interface Parts {
  field: Buffer;
  tags: Tags;
  fields: readonly Buffer[];
  body: Buffer;
}

const ALGORITHMS: Readonly<Record<string, string>> = { 'rsa-sha256': 'rsa', 'ed25519-sha256': 'ed25519' };
const WAYS = ['simple', 'relaxed'];

function wrongWith({ field, tags, fields, body }: Parts, keys: Readonly<Record<string, string>>): string | undefined {
  const missing = ['v', 'a', 'b', 'bh', 'd', 'h', 's'].find((name) => !tags.has(name));
  if (missing) return `it has no ${missing}=`;
  if (tags.get('v') !== '1') return 'v= is not 1';
  const [header = '', inBody = 'simple'] = (tags.get('c') ?? 'simple').split('/');
  if (!WAYS.includes(header) || !WAYS.includes(inBody)) return 'c= names no canonicalization';
  const names = listOf(tags.get('h')!);
  if (!names.includes('from')) return 'h= does not name From';
  const type = ALGORITHMS[tags.get('a')!];
  if (type === undefined) return `a= is ${tags.get('a')}`;
  const place = `${tags.get('s')}._domainkey.${tags.get('d')}`.toLowerCase();
  const record = Object.entries(keys).find(([name]) => name.toLowerCase() === place)?.[1];
  if (record === undefined) return `there is no key at ${place}`;
  const key = keyOf(record, type);
  if (!key) return `the key at ${place} is none for ${tags.get('a')}`;
  const length = tags.get('l');
  const whole = canonicalBody(body, inBody);
  if (length !== undefined && Number(length) > whole.length) return 'l= is more than there is';
  const signed = length === undefined ? whole : whole.subarray(0, Number(length));
  if (digest(signed) !== withoutBlanks(tags.get('bh')!)) return 'bh= is not the hash of the body';
  const octets = Buffer.concat([
    ...chosen(
      names,
      fields.filter((each) => each !== field),
    ).map((each) => canonicalField(each, header)),
    canonicalField(withoutValue(field), header).subarray(0, -2),
  ]);
  const value = Buffer.from(withoutBlanks(tags.get('b')!), 'base64');
  // Ed25519 signs the hash.
  const holds =
    type === 'rsa'
      ? verify('sha256', octets, key, value)
      : verify(null, createHash('sha256').update(octets).digest(), key, value);
  return holds ? undefined : 'b= does not fit the fields that h= names';
}

function digest(octets: Buffer): string {
  return createHash('sha256').update(octets).digest('base64');
}

/** RFC 6376 §5.4.2: the last of a name first; one that is not there is nothing. */
function chosen(names: readonly string[], fields: readonly Buffer[]): Buffer[] {
  const left = [...fields];
  return names.flatMap((name) => {
    const at = left.findLastIndex((field) => nameOf(field) === name);
    return at < 0 ? [] : left.splice(at, 1);
  });
}

/** RFC 6376 §3.7: what stands between `b=` and the semicolon is deleted, white space and all. */
function withoutValue(field: Buffer): Buffer {
  const specs = field.toString('latin1').slice(0, -2).split(';');
  const at = specs.findIndex((spec, i) => /^\s*b\s*=/.test(i === 0 ? spec.slice(spec.indexOf(':') + 1) : spec));
  specs[at] = specs[at]!.replace(/(b\s*=).*$/s, '$1');
  return Buffer.from(`${specs.join(';')}\r\n`, 'latin1');
}

export function listOf(value: string): string[] {
  return value.split(':').map((name) => name.trim().toLowerCase());
}

function keyOf(record: string, type: string): KeyObject | undefined {
  const tags = parseTags(record);
  if (!(tags instanceof Map) || (tags.get('k') ?? 'rsa') !== type) return undefined;
  const octets = Buffer.from(withoutBlanks(tags.get('p') ?? ''), 'base64');
  // Of Ed25519 the record has the key without anything around it.
  const der = type === 'rsa' ? octets : Buffer.concat([Buffer.from('302a300506032b6570032100', 'hex'), octets]);
  for (const form of ['spki', 'pkcs1'] as const) {
    try {
      return createPublicKey({ key: der, format: 'der', type: form });
    } catch {
      // Perhaps in the other form.
    }
  }
  return undefined;
}

/** RFC 6376 §3.2; what is wrong, where it is no list of tags. */
function parseTags(text: string): Map<string, string> | string {
  const tags = new Map<string, string>();
  const specs = text.replace(/;\s*$/, '').split(';');
  for (const spec of specs) {
    const [, name, value] = /^\s*([a-z]\w*)\s*=\s*(.*?)\s*$/is.exec(spec) ?? [];
    if (name === undefined) return `“${spec.trim()}” is no tag`;
    if (tags.has(name)) return `${name}= is there twice`;
    tags.set(name, value!);
  }
  return tags;
}

function withoutBlanks(text: string): string {
  return text.replace(/\s+/g, '');
}
