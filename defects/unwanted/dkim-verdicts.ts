/** Mistakes with what signatures prove, and with what is made of it (RFC 6376 §4, §6). */

import { createHash } from 'node:crypto';
import { reply } from '../../reference-server/delivery/reply';
import { DkimError, type DkimResult } from '../../reference-server/policies/dkim/result';
import { COMMON, defect, telling, type UnwantedDefect, verifying, weighing } from './tools';

/** What a message is refused for that has such a signature. */
const refusing = (code: number, isRefused: (result: DkimResult) => boolean) =>
  weighing((right) => ({
    refusal: (finding) =>
      finding.signatures.some(isRefused) ? reply(code, undefined, 'The signature is bad') : right.refusal(finding),
  }));

/** Results that are told otherwise. */
const results = (change: (found: readonly DkimResult[]) => DkimResult[]) =>
  verifying((right) => ({ check: async (content) => change(await right.check(content)) }));

const KNOWN = /^\s*(?:v|a|b|bh|c|d|h|i|l|q|s|t|x|z)\s*=/;

export const dkimVerdicts: readonly UnwantedDefect[] = [
  defect(
    'dkim-of-author-alone',
    'Only a signature of the domain of the From field is looked at.',
    'https://github.com/lieser/dkim_verifier/issues/88',
    verifying((right) => ({
      signaturesOf: (message) => {
        const from = message.fields.find(({ name }) => name.toLowerCase() === 'from')?.value ?? '';
        return right.signaturesOf(message).filter(({ value }) => from.includes(/d=([^;\s]+)/.exec(value)?.[1] ?? '-'));
      },
    })),
  ),
  defect(
    'dkim-body-unchecked',
    'The hash of the body is not compared.',
    COMMON,
    verifying((right) => ({
      verify: (signature, message) => {
        const bodyHash = createHash('sha256').update(right.bodyOf(signature, message), 'latin1').digest();
        return right.verify({ ...signature, bodyHash }, message);
      },
    })),
  ),
  defect(
    'dkim-header-unchecked',
    'That the hash of the body fits is enough.',
    COMMON,
    verifying((right) => ({
      verify: async (signature, message) => {
        const body = createHash('sha256').update(right.bodyOf(signature, message), 'latin1').digest();
        if (!body.equals(signature.bodyHash)) throw new DkimError('fail', 'another body');
        await right.keyOf(signature, 'sha256');
      },
    })),
  ),
  defect(
    'dkim-unknown-tags-unsigned',
    'Tags that nobody knows are left out of what is hashed.',
    COMMON,
    verifying((right) => ({
      headerOf: (signature, message) => {
        const whole = right.headerOf(signature, message);
        const at = whole.toLowerCase().lastIndexOf('dkim-signature:') + 15;
        const tags = whole.slice(at).split(';');
        return (
          whole.slice(0, at) +
          tags
            .filter((tag) => KNOWN.test(tag))
            .join(';')
            .trimStart()
        );
      },
    })),
  ),
  defect(
    'dkim-failure-refused',
    'A message whose signature fails is refused.',
    'https://github.com/danisola/forward-cat/issues/4',
    refusing(550, ({ word }) => word === 'fail'),
  ),
  defect(
    'dkim-failure-put-off',
    'A message whose signature fails is put off.',
    COMMON,
    refusing(451, ({ word }) => word === 'fail'),
  ),
  defect(
    'dkim-testing-refused',
    'A message of a domain that is only testing is refused.',
    'https://www.kb.cert.org/vuls/id/268267',
    refusing(550, ({ why }) => why === 'testing'),
  ),
  defect(
    'dkim-keyless-refused',
    'A message whose key cannot be had now is refused for good.',
    COMMON,
    refusing(550, ({ word }) => word === 'temperror'),
  ),
  defect(
    'dkim-failing-dns-is-no-key',
    'A name server that fails is taken to say that there is no key.',
    COMMON,
    results((found) => found.map((one) => (one.word === 'temperror' ? { ...one, word: 'permerror' } : one))),
  ),
  defect(
    'dkim-first-signature-alone',
    'Of several signatures only the first is looked at.',
    'https://github.com/lieser/dkim_verifier/issues/48',
    verifying((right) => ({ signaturesOf: (message) => right.signaturesOf(message).slice(0, 1) })),
  ),
  defect(
    'dkim-last-signature-alone',
    'Of several signatures only the last is looked at.',
    'https://github.com/lieser/dkim_verifier/pull/35',
    verifying((right) => ({ signaturesOf: (message) => right.signaturesOf(message).slice(-1) })),
  ),
  defect(
    'dkim-one-bad-fails-all',
    'One bad signature makes all of them bad.',
    'https://github.com/lieser/dkim_verifier/issues/428',
    results((found) => {
      const bad = found.find(({ word }) => word !== 'pass');
      return found.map((one) => (bad ? { ...one, word: bad.word } : one));
    }),
  ),
  defect(
    'dkim-one-good-passes-all',
    'One good signature makes all of them good.',
    COMMON,
    results((found) =>
      found.map((one) => (found.some(({ word }) => word === 'pass') ? { ...one, word: 'pass' } : one)),
    ),
  ),
  defect(
    'dkim-others-value-left-out',
    'Of another signature that is signed b= is left out, too.',
    COMMON,
    verifying((right) => ({
      headerOf: (signature, message) =>
        right.headerOf(signature, message).replace(/(dkim-signature:[^\r]*; b=)[^;\r]+(?=\r\n)/g, '$1'),
    })),
  ),
  defect(
    'dkim-told-at-the-end',
    'What was found stands at the end of the header.',
    COMMON,
    telling((right) => ({
      tell: (mail, findings) => {
        const told = right.tell({ ...mail, trace: '' }, findings);
        const end = told.content.indexOf('\r\n\r\n') + 2;
        const parts = [told.content.subarray(0, end), Buffer.from(told.trace ?? ''), told.content.subarray(end)];
        return { ...mail, content: Buffer.concat(parts) };
      },
    })),
  ),
];
