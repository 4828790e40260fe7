/** Mistakes with the tags of signatures (RFC 6376 §3.5, §6.1.1). */

import { createHash } from 'node:crypto';
import { canonicalBody, canonicalField } from '../../reference-server/policies/dkim/canonical';
import { DkimError } from '../../reference-server/policies/dkim/result';
import { COMMON, defect, readingTags, type UnwantedDefect, verifying } from './tools';

const unread = (isUnread: (value: string) => boolean) =>
  verifying((right) => ({
    read: (field) => {
      if (isUnread(field.value)) throw new DkimError('neutral', 'it cannot be read');
      return right.read(field);
    },
  }));

/** Of the signature's own field another value is taken out in the place of b=. */
const emptying = (b: RegExp) =>
  verifying((right) => ({
    headerOf: (signature, message) => {
      const whole = right.headerOf(signature, message);
      const at = whole.toLowerCase().lastIndexOf('dkim-signature:');
      const { start, end } = signature.field;
      const own = message.content.toString('latin1', start, end).replace(b, '$1');
      return whole.slice(0, at) + canonicalField(own, signature.header).replace(/\r\n$/, '');
    },
  }));

const without = (name: string) => new RegExp(`(?:^|;)\\s*${name}\\s*=[^;]*`, 'g');
const has = (value: string, name: string) => new RegExp(`(?:^|;)\\s*${name}\\s*=`).test(value);

export const dkimSignatures: readonly UnwantedDefect[] = [
  defect(
    'dkim-value-to-the-end',
    'The value of b= is taken to be all that stands behind it.',
    COMMON,
    emptying(/(\bb\s*=)(?:[^;]*;?)*/),
  ),
  defect(
    'dkim-value-of-any-b',
    'The value of the first tag whose name ends in b is taken out in the place of that of b=.',
    COMMON,
    emptying(/(b=)[^;]*/),
  ),
  defect(
    'dkim-value-within-z',
    'What looks like b= behind a colon is taken for it.',
    COMMON,
    emptying(/([;:]\s*b=)[^;]*/),
  ),
  defect(
    'dkim-unknown-tags-refused',
    'A signature with a tag that nobody knows is none.',
    COMMON,
    unread((value) => value.split(';').some((tag) => !/^\s*(?:v|a|b|bh|c|d|h|i|l|q|s|t|x|z)?\s*(?:=|$)/.test(tag))),
  ),
  defect(
    'dkim-white-space-in-values',
    'White space beside the values of tags belongs to them.',
    COMMON,
    unread((value) => /=[ \t]+\S|[ \t]+;/.test(value)),
  ),
  defect(
    'dkim-hash-without-spaces',
    'White space within bh= belongs to it.',
    COMMON,
    unread((value) => /\bbh=\S+\s+[^;\s]/.test(value)),
  ),
  defect(
    'dkim-last-semicolon-refused',
    'A semicolon behind the last tag makes a signature none.',
    COMMON,
    unread((value) => /;\s*$/.test(value)),
  ),
  defect(
    'dkim-no-agent',
    'Without i= a signature has no agent.',
    COMMON,
    verifying((right) => ({
      read: (field) => {
        const signature = right.read(field);
        return has(field.value, 'i') ? signature : { ...signature, agent: '' };
      },
    })),
  ),
  defect(
    'dkim-agent-is-domain',
    'i= has to be @ and the domain, and nothing else.',
    'https://github.com/lieser/dkim_verifier/issues/56',
    unread((value) => has(value, 'i') && !/\bi=@([^;]+);(?=.*\bd=\1;)/.test(`${value};${value}`)),
  ),
  defect(
    'dkim-agent-unchecked',
    'i= may lie anywhere.',
    COMMON,
    readingTags((value) => value.replace(without('i'), '')),
  ),
  defect(
    'dkim-agent-by-ending',
    'The domain of i= has to end as d= does.',
    COMMON,
    readingTags((value) => {
      const domain = /\bd=([^;\s]*)/.exec(value)?.[1] ?? '';
      return value.replace(/\bi=[^;]*/, (agent) => (agent.endsWith(domain) ? `i=@${domain}` : agent));
    }),
  ),
  defect(
    'dkim-query-to-the-letter',
    'q= is dns/txt and nothing besides.',
    COMMON,
    unread((value) => /\bq=(?!\s*dns\/txt\s*(?:;|$))/.test(value)),
  ),
  defect(
    'dkim-query-unheeded',
    'q= is not looked at.',
    COMMON,
    readingTags((value) => value.replace(without('q'), '')),
  ),
  defect(
    'dkim-selector-of-one-label',
    'A selector has no dots.',
    COMMON,
    unread((value) => /\bs=[^;]*\./.test(value)),
  ),
  defect(
    'dkim-domain-of-one-label',
    'A domain may have one label.',
    COMMON,
    verifying((right) => ({
      read: (field) => {
        const domain = /\bd=([^;]*)/.exec(field.value)?.[1]?.trim() ?? '';
        if (domain === '' || domain.includes('.')) return right.read(field);
        const value = field.value.replace(/\bd=[^;]*/, `d=${domain}.test`);
        return { ...right.read({ ...field, value }), field, domain, agent: domain };
      },
    })),
  ),
  defect(
    'dkim-times-of-31-bits',
    'A time that does not fit into 31 bits makes a signature none.',
    COMMON,
    unread((value) => Number(/\bx=(\d+)/.exec(value)?.[1] ?? 0) > 0x7fffffff),
  ),
  defect(
    'dkim-expiry-unheeded',
    'A signature whose time is over is as good as ever.',
    COMMON,
    readingTags((value) => value.replace(without('x'), '')),
  ),
  defect(
    'dkim-ends-before-it-begins',
    'That a signature ends before it begins is not looked at.',
    COMMON,
    readingTags((value) => value.replace(without('t'), '')),
  ),
  defect(
    'dkim-copies-believed',
    'Where there are copies of fields in z= they are hashed in the place of the fields.',
    COMMON,
    verifying((right) => ({
      headerOf: (signature, message) => {
        const whole = right.headerOf(signature, message);
        const copies = /\bz=([^;]*)/.exec(signature.field.value)?.[1]?.split('|') ?? [];
        const at = whole.toLowerCase().lastIndexOf('dkim-signature:');
        return copies.length === 0 ? whole : copies.map((copy) => `${copy}\r\n`).join('') + whole.slice(at);
      },
    })),
  ),
  defect(
    'dkim-length-refused',
    'A signature with l= is never a pass.',
    'https://github.com/emersion/go-msgauth/issues/3',
    unread((value) => has(value, 'l')),
  ),
  defect(
    'dkim-length-before-canonicalization',
    'l= is counted in the body as it came.',
    COMMON,
    verifying((right) => ({
      bodyOf: (signature, message) =>
        signature.length === undefined
          ? right.bodyOf(signature, message)
          : canonicalBody(message.body.slice(0, signature.length), signature.body),
    })),
  ),
  defect(
    'dkim-length-beyond-the-end',
    'l= may be more than there is.',
    COMMON,
    verifying((right) => ({
      bodyOf: (signature, message) => {
        const whole = canonicalBody(message.body, signature.body);
        return (signature.length ?? 0) > whole.length ? whole : right.bodyOf(signature, message);
      },
    })),
  ),
  defect(
    'dkim-appendix-taken',
    'A body may go on behind what is signed.',
    'https://github.com/rspamd/rspamd/pull/4975',
    verifying(() => ({
      bodyOf: ({ body, length }, message) => canonicalBody(message.body, body).slice(0, length),
    })),
  ),
  defect(
    'dkim-length-as-whole',
    'That the body begins as it was signed is enough, whatever bh= says.',
    COMMON,
    verifying((right) => ({
      verify: (signature, message) => {
        if (signature.length === undefined) return right.verify(signature, message);
        const body = right.bodyOf(signature, message);
        return right.verify({ ...signature, bodyHash: createHash('sha256').update(body, 'latin1').digest() }, message);
      },
    })),
  ),
];
