/** Mistakes with the records of keys (RFC 6376 §3.6.1, §6.1.2). */

import { DkimError } from '../../reference-server/policies/dkim/result';
import { COMMON, defect, hearingTexts, readingKeys, type UnwantedDefect, verifying } from './tools';

const VULNERABILITY = 'https://www.kb.cert.org/vuls/id/268267';

/** Records that fit are taken for none. */
const unread = (isUnread: (text: string) => boolean) => readingKeys((text) => (isUnread(text) ? 'none' : text));
const without = (name: string) => readingKeys((text) => text.replace(new RegExp(`(^|; *)${name} *=[^;]*;? *`), '$1'));

export const dkimKeys: readonly UnwantedDefect[] = [
  defect(
    'dkim-key-needs-version',
    'A record without v= has no key.',
    'https://github.com/emersion/go-msgauth/issues/62',
    unread((text) => !/^\s*v\s*=/.test(text)),
  ),
  defect(
    'dkim-key-type-unknown',
    'A record that says of what type its key is has none.',
    COMMON,
    unread((text) => /\bk=rsa/.test(text)),
  ),
  defect(
    'dkim-key-unknown-tags-refused',
    'A record with a tag that nobody knows has no key.',
    'https://github.com/mlandauer/cuttlefish/issues/229',
    unread((text) => text.split(';').some((tag) => !/^\s*[vhknpst]?\s*(?:=|$)/.test(tag))),
  ),
  defect(
    'dkim-key-granularity',
    'g= of older records is looked at.',
    COMMON,
    unread((text) => /\bg=[^*;]/.test(text)),
  ),
  defect(
    'dkim-key-hash-to-the-letter',
    'h= of a record is one hash.',
    COMMON,
    unread((text) => /\bh=[^;]*:/.test(text)),
  ),
  defect('dkim-key-hash-unheeded', 'h= of a record is not looked at.', COMMON, without('h')),
  defect(
    'dkim-key-service-to-the-letter',
    's= of a record is email.',
    'https://github.com/lieser/dkim_verifier/issues/134',
    unread((text) => /\bs=(?!email;)/.test(text)),
  ),
  defect('dkim-key-service-unheeded', 's= of a record is not looked at.', COMMON, without('s')),
  defect(
    'dkim-key-unknown-flags-refused',
    'A record with a flag that nobody knows has no key.',
    COMMON,
    unread((text) => /\bt=(?![sy]?;)/.test(text)),
  ),
  defect(
    'dkim-key-flags-unheeded',
    't=s of a record is not looked at.',
    'https://github.com/emersion/go-msgauth/issues/44',
    without('t'),
  ),
  defect(
    'dkim-key-flag-refuses-agents',
    'With t=s there may be no i=.',
    COMMON,
    verifying((right) => ({
      checkRecord: (record, signature, hash) => {
        right.checkRecord(record, signature, hash);
        if (record.flags.includes('s') && /\bi=/.test(signature.field.value)) throw new DkimError('permerror', 'i=');
      },
    })),
  ),
  defect(
    'dkim-key-cut-at-equals',
    'Each tag of a record is cut at every =.',
    COMMON,
    unread((text) => text.split(';').some((tag) => tag.split('=').length > 2)),
  ),
  defect(
    'dkim-key-without-spaces',
    'White space beside the names of a record’s tags belongs to them.',
    COMMON,
    unread((text) => /\s=|=\s|^\s/.test(text)),
  ),
  defect(
    'dkim-key-spki-alone',
    'A key that is written as an RSAPublicKey is none.',
    COMMON,
    unread((text) => /p=MIIBC/.test(text)),
  ),
  defect(
    'dkim-key-of-two-strings',
    'What stands behind the second string of a record is cut off.',
    'https://github.com/nodemailer/nodemailer-dkim/pull/4',
    hearingTexts((strings) => strings.slice(0, 2)),
  ),
  defect(
    'dkim-key-of-1024-bits-refused',
    'A key of less than 2048 bits is too short.',
    COMMON,
    verifying((right) => ({
      checkKey: (key) => {
        right.checkKey(key);
        if ((key.asymmetricKeyDetails?.modulusLength ?? 0) < 2048) throw new DkimError('policy', 'too short');
      },
    })),
  ),
  defect(
    'dkim-key-of-4096-bits-refused',
    'A key of more than 2048 bits is too long.',
    COMMON,
    verifying((right) => ({
      checkKey: (key) => {
        right.checkKey(key);
        if ((key.asymmetricKeyDetails?.modulusLength ?? 0) > 2048) throw new DkimError('policy', 'too long');
      },
    })),
  ),
  defect(
    'dkim-short-keys-taken',
    'A key may be as short as it likes.',
    VULNERABILITY,
    verifying((right) => ({
      checkKey: (key) => {
        if ((key.asymmetricKeyDetails?.modulusLength ?? 0) < 512) right.checkKey(key);
      },
    })),
  ),
  defect(
    'dkim-sha1-taken',
    'A signature with SHA-1 is as good as another.',
    COMMON,
    verifying((right) => ({
      hashOf: (signature) => (signature.algorithm === 'rsa-sha1' ? 'sha1' : right.hashOf(signature)),
    })),
  ),
  defect(
    'dkim-keyless-passes',
    'Where there is no key there is nothing that could fail.',
    COMMON,
    verifying((right) => ({
      verify: async (signature, message) => {
        try {
          await right.verify(signature, message);
        } catch (error) {
          if (!(error instanceof DkimError && error.word === 'permerror')) throw error;
        }
      },
    })),
  ),
  defect(
    'dkim-key-of-any-version',
    'v= of a record is not looked at, wherever it stands.',
    COMMON,
    readingKeys((text) => text.replace(/(^|; *)v=[^;]*;? */, '$1')),
  ),
  defect('dkim-key-of-any-type', 'k= of a record is not looked at.', COMMON, without('k')),
  defect(
    'dkim-key-tags-twice',
    'Of a tag that stands twice in a record the last is taken.',
    COMMON,
    readingKeys((text) => text.replace(/p=[^;]*; *(?=p=)/, '')),
  ),
  defect('dkim-key-of-domain-above', 'Where a name has no key that of the domain above is taken.', COMMON, {
    parts: {
      names: (right) => ({
        txt: async (name) => {
          const answer = await right.txt(name);
          const above = name.replace(/(\._domainkey)\.[^.]+(?=\.[^.]+\.[^.]+$)/, '$1');
          return answer.kind === 'found' || above === name ? answer : await right.txt(above);
        },
      }),
    },
  }),
];
