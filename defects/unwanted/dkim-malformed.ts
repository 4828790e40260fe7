/** Mistakes with signatures that are none (RFC 6376 §6.1.1): each is too kind to something. */

import { createHash } from 'node:crypto';
import { COMMON, defect, readingTags, type UnwantedDefect, verifying } from './tools';

const DUMMY = 'AAAA';

const tagOf = (value: string, name: string) => new RegExp(`(?:^|;)\\s*${name}\\s*=([^;]*)`).exec(value)?.[1]?.trim();
/** A tag is there whatever is missing. */
const supplied = (name: string, given: (value: string) => string) =>
  readingTags((value) => (tagOf(value, name) === undefined ? `${value}; ${name}=${given(value)}` : value));
/** Each tag once: the first that there is. */
const once = (value: string) => {
  const seen = new Set<string>();
  return value
    .split(';')
    .filter((tag) => {
      const name = tag.split('=')[0]!.trim();
      return !seen.has(name) && seen.add(name);
    })
    .join(';');
};

export const dkimMalformed: readonly UnwantedDefect[] = [
  defect(
    'dkim-without-version',
    'A signature may have no v=.',
    COMMON,
    supplied('v', () => '1'),
  ),
  defect(
    'dkim-any-version',
    'v= is not looked at.',
    COMMON,
    readingTags((value) => value.replace(/(^|;)(\s*v=)[^;]*/, '$1$21')),
  ),
  defect(
    'dkim-without-algorithm',
    'Without a= rsa-sha256 is taken.',
    'https://www.rfc-editor.org/errata/eid1378',
    supplied('a', () => 'rsa-sha256'),
  ),
  defect(
    'dkim-without-domain',
    'Without d= the domain is that of i=.',
    COMMON,
    supplied('d', (value) => tagOf(value, 'i')?.replace(/.*@/, '') ?? ''),
  ),
  defect('dkim-without-selector', 'Without s= the key is that of the domain.', COMMON, {
    parts: {
      names: (right) => ({ txt: (name) => right.txt(name.replace(/^none\._domainkey/, '_domainkey')) }),
      dkim: (right) => ({
        read: (field) => {
          const value = tagOf(field.value, 's') === undefined ? `${field.value}; s=none` : field.value;
          return { ...right.read({ ...field, value }), field };
        },
      }),
    },
  }),
  defect(
    'dkim-without-names',
    'A signature without h= covers no field, and is one all the same.',
    COMMON,
    verifying((right) => ({
      read: (field) => {
        if (tagOf(field.value, 'h') !== undefined) return right.read(field);
        return { ...right.read({ ...field, value: `${field.value}; h=from` }), field, names: [] };
      },
    })),
  ),
  defect(
    'dkim-without-hash',
    'Where bh= cannot be read the body is not looked at.',
    COMMON,
    verifying((right) => ({
      read: (field) => {
        const hash = tagOf(field.value, 'bh');
        if (hash !== undefined && hash !== '?') return right.read(field);
        const value = hash === undefined ? `${field.value}; bh=${DUMMY}` : field.value.replace('bh=?', `bh=${DUMMY}`);
        return { ...right.read({ ...field, value }), field, bodyHash: Buffer.alloc(0) };
      },
      verify: (signature, message) => {
        if (signature.bodyHash.length > 0) return right.verify(signature, message);
        const body = right.bodyOf(signature, message);
        return right.verify({ ...signature, bodyHash: createHash('sha256').update(body, 'latin1').digest() }, message);
      },
    })),
  ),
  defect(
    'dkim-without-value',
    'Without b= there is nothing that could be wrong.',
    COMMON,
    verifying((right) => ({
      read: (field) => {
        if (tagOf(field.value, 'b') !== undefined) return right.read(field);
        return { ...right.read({ ...field, value: `${field.value}; b=${DUMMY}` }), field, value: Buffer.alloc(0) };
      },
      verify: async (signature, message) =>
        signature.value.length === 0 ? undefined : await right.verify(signature, message),
    })),
  ),
  defect('dkim-tags-twice', 'Of a tag that stands twice the first is taken.', COMMON, readingTags(once)),
  defect(
    'dkim-numbers-passed-over',
    'A number that cannot be read counts as not there.',
    COMMON,
    readingTags((value) => value.replace(/(^|;)\s*[ltx]=(?!\s*\d+\s*(?:;|$))[^;]*/g, '')),
  ),
  defect(
    'dkim-empty-names-passed-over',
    'Empty names in h= are passed over.',
    COMMON,
    readingTags((value) => value.replace(/::/g, ':')),
  ),
  defect(
    'dkim-tags-in-any-case',
    'The case of tags’ names does not count.',
    COMMON,
    readingTags((value) =>
      value.replace(/(^|;)(\s*[A-Z]+)(?==)/g, (_, before, name) => `${before}${name.toLowerCase()}`),
    ),
  ),
];
