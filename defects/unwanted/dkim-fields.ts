/** Mistakes with the fields that a signature covers (RFC 6376 §3.5, §5.4). */

import { DkimError } from '../../reference-server/policies/dkim/result';
import type { Signature } from '../../reference-server/policies/dkim/signature';
import { COMMON, defect, type UnwantedDefect, verifying } from './tools';

/** Other names than h= has. */
const naming = (change: (names: readonly string[]) => string[]) =>
  verifying((right) => ({
    signedFields: (signature, message) => right.signedFields({ ...signature, names: change(signature.names) }, message),
  }));

const lower = (name: string) => name.toLowerCase();

export const dkimFields: readonly UnwantedDefect[] = [
  defect(
    'dkim-names-in-small-letters',
    'A name of h= that has capitals is that of no field.',
    'https://github.com/viridIT/vSMTP/issues/1043',
    naming((names) => names.filter((name) => name === lower(name))),
  ),
  defect(
    'dkim-names-counted-by-case',
    'Names of h= that differ in case are counted apart.',
    'https://github.com/apache/james-jdkim/pull/6',
    verifying((right) => ({
      signedFields: (signature, message) => {
        const found = new Map<string, ReturnType<typeof right.signedFields>>();
        return signature.names.flatMap((name) => {
          const same = signature.names.filter((each) => each === name);
          const left = found.get(name) ?? right.signedFields({ ...signature, names: same }, message);
          found.set(name, left.slice(1));
          return left.slice(0, 1);
        });
      },
    })),
  ),
  defect(
    'dkim-names-without-spaces',
    'White space beside the colons of h= belongs to the names.',
    COMMON,
    verifying((right) => ({
      read: (field) => {
        if (/\bh=[^;]*(?:\s:|:\s)/.test(field.value)) throw new DkimError('neutral', 'h= is no list');
        return right.read(field);
      },
    })),
  ),
  defect(
    'dkim-all-fields',
    'All fields are hashed, whichever h= names.',
    COMMON,
    verifying((right) => ({
      signedFields: (signature, message) =>
        right.signedFields({ ...signature, names: message.fields.map(({ name }) => name) }, message),
    })),
  ),
  defect(
    'dkim-fields-in-order-of-message',
    'Fields are hashed in the order of the message.',
    COMMON,
    verifying((right) => ({
      signedFields: (signature, message) =>
        right.signedFields(signature, message).sort((one, other) => one.start - other.start),
    })),
  ),
  defect(
    'dkim-from-unsigned',
    'A signature may leave out the From field.',
    'https://www.usenix.org/conference/usenixsecurity20/presentation/chen-jianjun',
    verifying((right) => ({
      read: (field): Signature => {
        const signature = right.read({ ...field, value: field.value.replace(/\bh\s*=/, 'h=from:') });
        return { ...signature, field, names: signature.names.slice(1) };
      },
    })),
  ),
  defect(
    'dkim-absent-fields-empty',
    'A field that is named and not there is hashed as an empty one.',
    COMMON,
    verifying((right) => ({
      headerOf: (signature, message) => {
        const whole = right.headerOf(signature, message);
        const at = whole.toLowerCase().lastIndexOf('dkim-signature:');
        const there = message.fields.map(({ name }) => lower(name));
        const absent = signature.names.map(lower).filter((name) => !there.includes(name));
        return whole.slice(0, at) + absent.map((name) => `${name}:\r\n`).join('') + whole.slice(at);
      },
    })),
  ),
  defect(
    'dkim-each-name-once',
    'A name that stands twice in h= is looked at once.',
    'https://noxxi.de/research/breaking-dkim-on-purpose-and-by-chance.html',
    naming((names) => [...new Set(names.map(lower))]),
  ),
  defect(
    'dkim-fields-below-alone',
    'Only fields below the signature are looked at.',
    COMMON,
    verifying((right) => ({
      signedFields: (signature, message) => {
        const fields = message.fields.filter(({ start }) => start >= signature.field.start);
        return right.signedFields(signature, { ...message, fields });
      },
    })),
  ),
  defect(
    'dkim-first-field',
    'Of several fields of a name the first is taken for the one that is signed.',
    'https://github.com/trusteddomainproject/OpenDKIM/issues/157',
    verifying((right) => ({
      signedFields: (signature, message) =>
        right.signedFields(signature, { ...message, fields: [...message.fields].reverse() }),
    })),
  ),
  defect(
    'dkim-fields-in-capitals',
    'A field whose name is in capitals is not found.',
    'https://github.com/emersion/go-dkim/pull/8',
    verifying((right) => ({
      signedFields: (signature, message) => {
        const fields = message.fields.filter(({ name }) => name !== name.toUpperCase());
        return right.signedFields(signature, { ...message, fields });
      },
    })),
  ),
];
