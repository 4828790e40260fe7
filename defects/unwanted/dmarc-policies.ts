/** Mistakes with what domains ask for (RFC 7489 §6). */

import { isDmarc } from '../../reference-server/policies/dmarc/record';
import type { UnwantedSeams } from '../../reference-server/policies/seams';
import { COMMON, defect, hearing, holding, type UnwantedDefect, weighing } from './tools';

const WALKS = 'https://github.com/internetstandards/Internet.nl/issues/346';

/** The record of a domain is read otherwise. */
const asking = (change: (text: string) => string): UnwantedSeams =>
  hearing((right) => ({
    txt: async (name) => {
      const answer = await right.txt(name);
      if (answer.kind !== 'found' || !name.startsWith('_dmarc.')) return answer;
      return { ...answer, records: answer.records.map((strings) => [change(strings.join(''))]) };
    },
  }));
const refused = (isRefused: (text: string) => boolean) => asking((text) => (isRefused(text) ? 'none' : text));

export const dmarcPolicies: readonly UnwantedDefect[] = [
  defect(
    'dmarc-unsigned-passed-over',
    'A message without a signature is not looked at.',
    COMMON,
    holding((right) => ({
      check: async (content, evidence) => {
        const result = await right.check(content, evidence);
        if (result === 'nobody' || evidence.dkim.length > 0 || result.word !== 'fail') return result;
        return { ...result, word: 'none', wish: 'none' };
      },
    })),
  ),
  defect(
    'dmarc-any-signature-verifies',
    'A signature that fails counts as one that verifies.',
    COMMON,
    holding((right) => ({
      isAuthentic: (domain, record, { spf, dkim }) =>
        right.isAuthentic(domain, record, { spf, dkim: dkim.map((one) => ({ ...one, word: 'pass' })) }),
    })),
  ),
  defect(
    'dmarc-neutral-passes',
    'What SPF does not forbid counts as allowed.',
    COMMON,
    holding((right) => ({
      isAuthentic: (domain, record, { spf, dkim }) => {
        const word = spf.word === 'neutral' || spf.word === 'softfail' ? 'pass' : spf.word;
        return right.isAuthentic(domain, record, { spf: { ...spf, word }, dkim });
      },
    })),
  ),
  defect(
    'dmarc-asks-for-both',
    'Both SPF and DKIM have to pass.',
    COMMON,
    holding((right) => ({
      isAuthentic: (domain, record, { spf, dkim }) =>
        right.isAuthentic(domain, record, { spf, dkim: [] }) &&
        right.isAuthentic(domain, record, { spf: { ...spf, word: 'none' }, dkim }),
    })),
  ),
  defect(
    'dmarc-first-signature-alone',
    'Of several signatures only the first counts.',
    'https://github.com/lieser/dkim_verifier/issues/124',
    holding((right) => ({
      isAuthentic: (domain, record, { spf, dkim }) =>
        right.isAuthentic(domain, record, { spf, dkim: dkim.slice(0, 1) }),
    })),
  ),
  defect(
    'dmarc-none-refused',
    'What fails is refused, whatever the domain asks for.',
    COMMON,
    weighing((right) => ({
      refusal: ({ signatures, author }) =>
        right.refusal({
          signatures,
          ...(author && {
            author: author === 'nobody' || author.word !== 'fail' ? author : { ...author, wish: 'reject' },
          }),
        }),
    })),
  ),
  defect(
    'dmarc-no-record-refused',
    'A message of a domain without a record is refused.',
    COMMON,
    weighing((right) => ({
      refusal: ({ signatures, author }) =>
        right.refusal({
          signatures,
          ...(author && {
            author:
              author === 'nobody' || author.word !== 'none' ? author : { ...author, word: 'fail', wish: 'reject' },
          }),
        }),
    })),
  ),
  defect(
    'dmarc-version-unheeded',
    'Whatever stands at the name is a record of DMARC.',
    COMMON,
    asking((text) => `v=DMARC1; ${text.replace(/(^|; *)v *= *\w+ *;? */, '$1')}`),
  ),
  defect(
    'dmarc-first-of-several',
    'Of several records the first is taken.',
    COMMON,
    hearing((right) => ({
      txt: async (name) => {
        const answer = await right.txt(name);
        const isOurs = answer.kind === 'found' && name.startsWith('_dmarc.');
        return isOurs ? { ...answer, records: answer.records.slice(0, 1) } : answer;
      },
    })),
  ),
  defect(
    'dmarc-wish-guessed',
    'Where p= is missing or wrong, refusing is asked for.',
    COMMON,
    asking((text) => (isDmarc(text) && !/\bp *= *(?:none|quarantine|reject)/.test(text) ? 'v=DMARC1; p=reject' : text)),
  ),
  defect(
    'dmarc-unknown-tags-refused',
    'A record with a tag that nobody knows is none.',
    COMMON,
    refused((text) => /; *later=/.test(text)),
  ),
  defect(
    'dmarc-without-spaces',
    'White space beside tags belongs to them.',
    COMMON,
    refused((text) => /\s=|=\s/.test(text)),
  ),
  defect(
    'dmarc-wrong-tags-spoil',
    'A tag that is wrong makes the whole record none.',
    COMMON,
    refused((text) => /pct=\D|adkim=[^rs]/.test(text)),
  ),
  defect(
    'dmarc-first-string-alone',
    'Of a record of several strings only the first is read.',
    COMMON,
    hearing((right) => ({
      txt: async (name) => {
        const answer = await right.txt(name);
        const isOurs = answer.kind === 'found' && name.startsWith('_dmarc.');
        return isOurs ? { ...answer, records: answer.records.map((strings) => strings.slice(0, 1)) } : answer;
      },
    })),
  ),
  defect(
    'dmarc-percent-unheeded',
    'pct= is not looked at.',
    COMMON,
    asking((text) => text.replace(/; *pct=\d+/, '')),
  ),
  defect(
    'dmarc-own-name-alone',
    'Only the domain of the From field itself is asked.',
    'https://github.com/rspamd/rspamd/pull/266',
    holding((right) => ({
      policyOf: async (domain) => {
        const policy = await right.policyOf(domain);
        return policy === 'failed' || policy?.at === domain ? policy : undefined;
      },
    })),
  ),
  defect(
    'dmarc-sp-unheeded',
    'sp= is not looked at.',
    'https://github.com/trusteddomainproject/OpenDMARC/issues/43',
    asking((text) => text.replace(/; *sp=\w+/, '')),
  ),
  defect(
    'dmarc-sp-for-the-domain',
    'sp= is for the domain itself, too.',
    COMMON,
    holding((right) => ({
      wishOf: (domain, { at, record }) => right.wishOf(domain, { at, record: { ...record, own: record.below } }),
    })),
  ),
  defect(
    'dmarc-organization-first',
    'The domain of the organization is asked before the name itself.',
    COMMON,
    holding((right) => ({
      policyOf: async (domain) =>
        (await right.policyOf(right.organizationOf(domain))) ?? (await right.policyOf(domain)),
    })),
  ),
  defect(
    'dmarc-sp-below-the-domain',
    'sp= of a record that stands below the domain is looked at.',
    WALKS,
    holding((right) => ({
      wishOf: (domain, policy) =>
        right.organizationOf(domain) === domain
          ? right.wishOf(domain, policy)
          : right.wishOf(domain, { ...policy, record: { ...policy.record, own: policy.record.below } }),
    })),
  ),
  defect(
    'dmarc-walks-up',
    'Every name between the one of the From field and its domain is asked.',
    WALKS,
    holding((right) => ({
      policyOf: async (domain) => {
        for (let at = domain; at.includes('.'); at = at.replace(/^[^.]*\./, '')) {
          const policy = await right.policyOf(at);
          if (policy === 'failed' || policy?.at === at) return policy;
        }
        return undefined;
      },
    })),
  ),
  defect(
    'dmarc-errors-fail',
    'What cannot be known now counts as a fail.',
    COMMON,
    holding((right) => ({
      judge: async (domain, evidence) => {
        const result = await right.judge(domain, evidence);
        return result.word === 'temperror' ? { ...result, word: 'fail' } : result;
      },
    })),
  ),
];
