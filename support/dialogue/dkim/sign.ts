/** Signs a message as the mail server of a domain does (RFC 6376 §5), or otherwise where a scenario says so: `dkim(…)`. */
import { createHash, sign } from 'node:crypto';
import { DialogueError } from '../errors';
import { canonicalBody, canonicalField, nameOf, takeApart } from './canonical';
import { signingKey } from './keys';

/** The tags of a signature in their order; of b= the value is made. */
type Tags = Map<string, string>;

/**
 * The field, with its CRLF, for on top of the message. @param said tags in the place of the usual ones (`c=simple`) and besides them
 * (`x=1`), and those that are left out (`no i`)
 */
export function dkimSignature(message: Buffer, ...said: Buffer[]): Buffer {
  const { fields, body } = takeApart(message);
  const tags = tagsOf(fields, said.map(String));
  const [header = '', inBody = 'simple'] = (tags.get('c') ?? 'simple').split('/');
  const hash = hashOf(tags);
  if (tags.get('bh') === '') tags.set('bh', bodyHash(canonicalBody(body, inBody), tags, hash));
  const own = canonicalField(written(tags, ''), header).subarray(0, -2);
  const octets = Buffer.concat([...chosen(fields, tags, header), own]);
  const value = sign(hash, octets, signingKey(tags.get('s') ?? '')).toString('base64');
  return written(tags, tags.get('b') || value.replace(/.{64}(?=.)/g, '$&\r\n\t '));
}

/** All fields that the message has are signed; b= comes last, unless it is named. */
function tagsOf(fields: readonly Buffer[], said: readonly string[]): Tags {
  if (!said.some((text) => /^d=/.test(text)))
    throw new DialogueError('dkim(…) is not told who signs: write "d=${elsewhere}" behind the message');
  const tags: Tags = new Map([
    ['v', '1'],
    ['a', 'rsa-sha256'],
    ['c', 'relaxed/relaxed'],
    ['s', 'rsa'],
    ['h', fields.map(nameOf).join(':')],
    ['bh', ''],
  ]);
  for (const text of said) change(tags, text);
  if (!tags.has('b') && !said.includes('no b')) tags.set('b', '');
  return tags;
}

function change(tags: Tags, text: string): void {
  const [, left] = /^no (\w+)$/.exec(text) ?? [];
  const [, name, value] = /^\s*(\w+)\s*=(.*)$/s.exec(text) ?? [];
  if (left !== undefined) tags.delete(left);
  else if (name !== undefined) tags.set(name, value!);
  else throw new DialogueError(`“${text}” is no tag of a signature: write name=value, or “no name”`);
}

/** A tag a line. @param signature the value of b=, where there is one */
function written(tags: Tags, signature: string): Buffer {
  const texts = [...tags].map(([name, value]) => `${name}=${name === 'b' ? signature : value}`);
  return Buffer.from(`DKIM-Signature: ${texts.join(';\r\n\t')}\r\n`, 'latin1');
}

function bodyHash(whole: Buffer, tags: Tags, hash: string): string {
  const length = tags.get('l') ?? '';
  const signed = /^\d+$/.test(length) ? whole.subarray(0, Number(length)) : whole;
  return createHash(hash).update(signed).digest('base64');
}

/** RFC 6376 §5.4.2: of several fields of a name the last is taken first. */
function chosen(fields: readonly Buffer[], tags: Tags, algorithm: string): Buffer[] {
  const left = [...fields];
  return (tags.get('h') ?? '').split(':').flatMap((name) => {
    const at = left.findLastIndex((field) => nameOf(field) === name.trim().toLowerCase());
    return at < 0 ? [] : left.splice(at, 1).map((field) => canonicalField(field, algorithm));
  });
}

/** An algorithm that nobody has is one of those that there are. */
function hashOf(tags: Tags): string {
  return /-(sha1|sha512)$/.exec(tags.get('a') ?? '')?.[1] ?? 'sha256';
}
