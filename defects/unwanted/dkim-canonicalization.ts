/** Mistakes with what is hashed in the place of a message (RFC 6376 §3.4, §3.7). */

import { type Canonicalization, canonicalField } from '../../reference-server/policies/dkim/canonical';
import { COMMON, defect, readingTags, type UnwantedDefect, verifying } from './tools';

/** A field is hashed otherwise. @param raw as it stands in the message; `right` is what is hashed of it */
const fields = (change: (raw: string, right: string, way: Canonicalization) => string) =>
  verifying((right) => ({
    headerOf: (signature, message) => {
      const raw = right
        .signedFields(signature, message)
        .map(({ start, end }) => message.content.toString('latin1', start, end));
      const canonical = raw.map((one) => canonicalField(one, signature.header));
      const own = right.headerOf(signature, message).slice(canonical.join('').length);
      return raw.map((one, at) => change(one, canonical[at]!, signature.header)).join('') + own;
    },
  }));

const relaxedFields = (change: (raw: string, right: string) => string) =>
  fields((raw, right, way) => (way === 'relaxed' ? change(raw, right) : right));

/** A body is hashed otherwise. */
const bodies = (way: Canonicalization, change: (raw: string, right: string) => string) =>
  verifying((right) => ({
    bodyOf: (signature, message) => {
      const body = right.bodyOf(signature, message);
      return signature.body === way ? change(message.body, body) : body;
    },
  }));

/** A body is another one before it is hashed. */
const raw = (change: (body: string, header: string) => string) =>
  verifying((right) => ({
    bodyOf: (signature, message) => {
      const header = message.content.toString('latin1', 0, message.content.length - message.body.length);
      return right.bodyOf(signature, { ...message, body: change(message.body, header) });
    },
  }));

export const dkimCanonicalization: readonly UnwantedDefect[] = [
  defect(
    'dkim-simple-header-folded',
    'Names of a simple header are made small letters.',
    'https://github.com/jhawthorn/dkim/issues/2',
    fields((_, right, way) => (way === 'simple' ? right.replace(/^[^:]*/, (name) => name.toLowerCase()) : right)),
  ),
  defect(
    'dkim-no-space-behind-colon',
    'In a relaxed header the octet behind the colon is taken for a space.',
    'https://github.com/markenwerk/java-utils-mail-dkim/pull/7',
    relaxedFields((one, right) => (/^[^:]*:\S/.test(one) ? right.replace(/:./, ':') : right)),
  ),
  defect(
    'dkim-tabs-kept',
    'In a relaxed header tabs are no white space.',
    COMMON,
    relaxedFields((one) => canonicalField(one.replace(/\t/g, '\x01'), 'relaxed').replace(/\x01/g, '\t')),
  ),
  defect(
    'dkim-white-space-at-end-kept',
    'In a relaxed header white space at the end of a value is kept.',
    COMMON,
    relaxedFields((one, right) => (/[ \t]\r\n$/.test(one) ? right.replace('\r\n', ' \r\n') : right)),
  ),
  defect(
    'dkim-unfolded-without-space',
    'Where a relaxed header is unfolded no space is left.',
    'https://github.com/trusteddomainproject/OpenDKIM/issues/215',
    relaxedFields((one) => canonicalField(one.replace(/\r\n[ \t]+/g, ''), 'relaxed')),
  ),
  defect(
    'dkim-simple-body-relaxed',
    'A simple body is taken for a relaxed one.',
    COMMON,
    verifying((right) => ({
      bodyOf: (signature, message) => right.bodyOf({ ...signature, body: 'relaxed' }, message),
    })),
  ),
  defect(
    'dkim-relaxed-body-simple',
    'A relaxed body is taken for a simple one.',
    'https://github.com/jstedfast/MimeKit/issues/172',
    verifying((right) => ({ bodyOf: (signature, message) => right.bodyOf({ ...signature, body: 'simple' }, message) })),
  ),
  defect(
    'dkim-empty-relaxed-body',
    'An empty body that is relaxed is a line end.',
    'https://github.com/KumoCorp/kumomta/pull/575',
    bodies('relaxed', (_, right) => right || '\r\n'),
  ),
  defect(
    'dkim-empty-simple-body',
    'An empty body that is simple is nothing.',
    'https://github.com/dfinity/internet-identity/pull/3977',
    bodies('simple', (_, right) => (right === '\r\n' ? '' : right)),
  ),
  defect(
    'dkim-blank-lines-kept',
    'Lines of white space at the end of a relaxed body are no empty lines.',
    'https://github.com/rspamd/rspamd/issues/5590',
    bodies('relaxed', (one, right) => (/[ \t]\r\n(?:\r\n)*$/.test(one) ? `${right}\r\n` : right)),
  ),
  defect(
    'dkim-white-space-at-line-ends-kept',
    'White space at the end of a line of a relaxed body is one space.',
    'https://github.com/PHPMailer/PHPMailer/issues/2837',
    bodies('relaxed', (one, right) => (/\S[ \t]+\r\n/.test(one) ? right.replace(/\r\n/g, ' \r\n') : right)),
  ),
  defect(
    'dkim-runs-kept',
    'Runs of white space within a line of a relaxed body are kept.',
    COMMON,
    bodies('relaxed', (one, right) => (/\S[ \t]{2,}\S/.test(one) ? one : right)),
  ),
  defect(
    'dkim-empty-lines-kept',
    'Empty lines at the end of a simple body are hashed.',
    'https://github.com/jstedfast/MimeKit/issues/187',
    bodies('simple', (one) => one),
  ),
  defect(
    'dkim-dots-doubled',
    'The body is hashed as it was transported, with its dots doubled.',
    'https://github.com/haraka/Haraka/issues/2929',
    raw((body) => body.replace(/^\./gm, '..')),
  ),
  defect(
    'dkim-decoded-body',
    'A body in quoted-printable is hashed as it is decoded.',
    COMMON,
    raw((body, header) =>
      /quoted-printable/i.test(header) ? body.replace(/=\r\n/g, '').replace(/=C3=A9/g, '\xe9') : body,
    ),
  ),
  defect(
    'dkim-relaxed-by-default',
    'Without c= both are relaxed.',
    'https://github.com/toorop/go-dkim/issues/21',
    readingTags((value) => (/\bc=/.test(value) ? value : `${value}; c=relaxed/relaxed`)),
  ),
  defect(
    'dkim-one-name-for-both',
    'With one name in c= the body is the same as the header.',
    'https://github.com/PHPMailer/DKIMValidator/pull/17',
    readingTags((value) => value.replace(/\bc=relaxed(?=;)/, 'c=relaxed/relaxed')),
  ),
  defect(
    'dkim-unknown-canonicalization',
    'A canonicalization that nobody knows is taken for the simple one.',
    COMMON,
    readingTags((value) => value.replace(/\bc=(?!simple|relaxed)[\w-]+/, 'c=simple')),
  ),
];
