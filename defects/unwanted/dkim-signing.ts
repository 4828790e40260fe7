/** Mistakes with one's own signatures (RFC 6376 §3.5, §5). */

import { readHeader, sameName } from '../../reference-server/mime/header';
import { canonicalBody } from '../../reference-server/policies/dkim/canonical';
import type { SignatureTags } from '../../reference-server/policies/dkim/signer';
import type { Dialogue } from '../../reference-server/relay/dialogue';
import type { FitParcel } from '../../reference-server/relay/fitted';
import type { Outcome } from '../../reference-server/relay/outcome';
import type { Parcel } from '../../reference-server/relay/parcel';
import { COMMON, defect, signing, type UnwantedDefect } from './tools';

/** The tags are others. */
const otherTags = (change: (tags: Map<string, string>) => void) =>
  signing((right) => ({
    tags: (message): SignatureTags => {
      const tags = new Map(right.tags(message));
      change(tags);
      return tags;
    },
  }));

const naming = (change: (names: string[]) => string[]) =>
  signing((right) => ({ names: (message) => change(right.names(message)) }));

/** A mistake that is made on the way out, where the signer only comes in. */
const handingOver = (
  name: string,
  mistake: string,
  reference: string,
  fitted: (right: Dialogue, parcel: Parcel) => FitParcel | Outcome,
): UnwantedDefect => ({
  ...defect(name, mistake, reference, {}),
  also: { relay: [{ parts: { dialogue: (right) => ({ fitted: (parcel) => fitted(right, parcel) }) } }] },
});

/** As it is, and signed by nobody again. */
const signedAs = (right: Dialogue, parcel: Parcel, change: (content: Buffer) => Buffer): FitParcel | Outcome => {
  const { signer } = right.options;
  const { content, envelope } = parcel;
  if (!envelope.own || !signer?.signs(content)) return right.fitted(parcel);
  return right.fitted({ ...parcel, content: change(signer.sign(content)), envelope: { ...envelope, own: false } });
};

const text = (octets: Buffer) => octets.toString('latin1');

export const dkimSigning: readonly UnwantedDefect[] = [
  defect(
    'dkim-signing-value-of-the-body',
    'What is signed is the hash of the body alone.',
    COMMON,
    signing((right) => ({
      headerOf: (tags) => right.headerOf(tags, { content: Buffer.alloc(0), fields: [], body: '' }),
    })),
  ),
  handingOver(
    'dkim-signing-canonical-body-sent',
    'The body that is sent is the one that was hashed.',
    COMMON,
    (right, parcel) =>
      signedAs(right, parcel, (content) => {
        const { end } = readHeader(content, 0, () => false);
        const body = canonicalBody(text(content.subarray(end)), 'relaxed');
        return Buffer.concat([content.subarray(0, end), Buffer.from(body, 'latin1')]);
      }),
  ),
  handingOver(
    'dkim-signing-before-conversion',
    'A message is signed before it is converted for a host that takes no eight bits.',
    'https://github.com/hmailserver/hmailserver/issues/335',
    (right, parcel) => signedAs(right, parcel, (content) => content),
  ),
  handingOver('dkim-signing-stuffed', 'The body is hashed with its dots doubled.', COMMON, (right, parcel) => {
    const { signer } = right.options;
    if (!parcel.envelope.own || !signer?.signs(parcel.content)) return right.fitted(parcel);
    const stuffed = Buffer.from(text(parcel.content).replace(/^\./gm, '..'), 'latin1');
    const fit = right.fitted({ ...parcel, content: stuffed });
    return 'kind' in fit ? fit : { ...fit, content: Buffer.from(text(fit.content).replace(/^\.\./gm, '.'), 'latin1') };
  }),
  handingOver('dkim-signing-then-folded', 'Long lines are broken behind the signature.', COMMON, (right, parcel) =>
    signedAs(right, parcel, (content) =>
      Buffer.from(text(content).replace(/[^\r\n]{500}(?=[^\r\n])/g, '$&\r\n'), 'latin1'),
    ),
  ),
  handingOver(
    'dkim-signing-before-completion',
    'Date and Message-ID are put in when the message has been signed.',
    COMMON,
    (right, parcel) => {
      const { fields } = readHeader(parcel.content, 0, () => false);
      const added = fields.filter(({ name }) => /^(?:Message-ID|Date)$/i.test(name));
      const pieces = added.map(({ start, end }) => parcel.content.subarray(start, end));
      const bare = fields
        .filter((field) => !added.includes(field))
        .map(({ start, end }) => parcel.content.subarray(start, end));
      const rest = parcel.content.subarray(fields.at(-1)?.end ?? 0);
      return signedAs(right, { ...parcel, content: Buffer.concat([...bare, rest]) }, (content) => {
        const end = text(content).search(/\r\nFrom:/i) + 2;
        return end < 2 ? content : Buffer.concat([content.subarray(0, end), ...pieces, content.subarray(end)]);
      });
    },
  ),
  defect(
    'dkim-signing-without-from',
    'From is not signed.',
    COMMON,
    naming((names) => names.filter((name) => name !== 'From')),
  ),
  defect(
    'dkim-signing-from-alone',
    'Nothing but From is signed.',
    COMMON,
    naming((names) => names.filter((name) => name === 'From')),
  ),
  defect(
    'dkim-signing-not-sealed',
    'Each field is named as often as it is there, so that others can be added.',
    'https://www.usenix.org/conference/usenixsecurity20/presentation/chen-jianjun',
    signing((right) => ({
      names: ({ fields, ...message }) =>
        right.names({ ...message, fields }).filter((name, at, all) => {
          const count = fields.filter((field) => sameName(field.name, name)).length;
          return all.slice(0, at).filter((each) => each === name).length < count;
        }),
    })),
  ),
  defect(
    'dkim-signing-names-itself',
    'h= names DKIM-Signature.',
    COMMON,
    naming((names) => [...names, 'DKIM-Signature']),
  ),
  defect(
    'dkim-signing-return-path',
    'Return-Path is signed, too.',
    COMMON,
    naming((names) => [...names, 'Return-Path']),
  ),
  defect(
    'dkim-signing-first-field',
    'Of several fields of a name the first is signed first.',
    'https://github.com/trusteddomainproject/OpenDKIM/issues/157',
    signing((right) => ({ chosen: (names, fields) => right.chosen(names, [...fields].reverse()) })),
  ),
  defect(
    'dkim-signing-sha-1',
    'a= says rsa-sha1.',
    COMMON,
    otherTags((tags) => tags.set('a', 'rsa-sha1')),
  ),
  defect(
    'dkim-signing-milliseconds',
    't= and x= are in milliseconds.',
    COMMON,
    otherTags((tags) => {
      for (const name of ['t', 'x']) tags.set(name, `${tags.get(name)}000`);
    }),
  ),
  defect(
    'dkim-signing-ends-too-soon',
    'x= is how long the signature is good, and not until when.',
    COMMON,
    otherTags((tags) => tags.set('x', String(Number(tags.get('x')) - Number(tags.get('t'))))),
  ),
  defect(
    'dkim-signing-for-ever',
    'A signature never ends.',
    COMMON,
    otherTags((tags) => tags.delete('x')),
  ),
  defect(
    'dkim-signing-with-length',
    'l= tells how long the body is, so that more can be added.',
    'https://www.zone.eu/blog/2024/05/17/bimi-and-dmarc-cant-save-you/',
    signing((right) => ({
      tags: (message): SignatureTags =>
        new Map([...right.tags(message), ['l', String(canonicalBody(message.body, 'relaxed').length)]]),
    })),
  ),
  defect(
    'dkim-signing-at-the-end',
    'The signature stands at the end of the header.',
    COMMON,
    signing(() => ({
      placed: (signature, content) => {
        const { fields } = readHeader(content, 0, () => false);
        const end = fields.at(-1)?.end ?? 0;
        return Buffer.concat([content.subarray(0, end), signature, content.subarray(end)]);
      },
    })),
  ),
  defect(
    'dkim-signing-replaces-others',
    'Signatures that are there are taken out.',
    COMMON,
    signing((right) => ({
      placed: (signature, content) => {
        const { fields } = readHeader(content, 0, () => false);
        const kept = fields
          .filter(({ name }) => !sameName(name, 'DKIM-Signature'))
          .map(({ start, end }) => content.subarray(start, end));
        return right.placed(signature, Buffer.concat([...kept, content.subarray(fields.at(-1)?.end ?? 0)]));
      },
    })),
  ),
  defect(
    'dkim-signing-signed-mail-left',
    'A message that has a signature gets no other.',
    COMMON,
    signing((right) => ({
      signs: (content) => !/^DKIM-Signature:/im.test(text(content)) && right.signs(content),
    })),
  ),
  {
    ...defect('dkim-signing-reports-left', 'Reports of the server itself are not signed.', COMMON, {}),
    also: {
      relay: [
        {
          parts: {
            reports: (right) => ({ envelope: (...args) => ({ ...right.envelope(...args), own: false }) }),
          },
        },
      ],
    },
  },
  handingOver(
    'dkim-signing-strangers',
    'Whatever has an author of the domain is signed, whoever has sent it.',
    COMMON,
    (right, parcel) => right.fitted({ ...parcel, envelope: { ...parcel.envelope, own: true } }),
  ),
];
