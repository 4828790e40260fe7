/** Mistakes with whose signature or host counts for the author (RFC 7489 §3.1). */

import { COMMON, defect, holding, judging, type UnwantedDefect, weighing } from './tools';

const PSL = 'https://github.com/dust-tt/dust/pull/23416';
const HELO = 'https://github.com/trusteddomainproject/OpenDMARC/issues/49';

const below = (one: string, other: string) => one === other || one.endsWith(`.${other}`);

export const dmarcAlignment: readonly UnwantedDefect[] = [
  defect(
    'dmarc-always-strict',
    'Only the very domain counts, whether that is asked for or not.',
    COMMON,
    holding((right) => ({ isAligned: (one, domain) => right.isAligned(one, domain, true) })),
  ),
  defect(
    'dmarc-case-of-domains',
    'The case of domains counts.',
    'https://github.com/cloudflare/dkim/pull/12',
    holding((right) => ({
      authorsOf: (content) => {
        const from = /^From:.*/im.exec(content.toString('latin1'))?.[0] ?? '';
        return right.authorsOf(content)?.map((domain) => (from.includes(domain) ? domain : domain.toUpperCase()));
      },
      isAligned: (one, domain, isStrict) => domain === domain.toLowerCase() && right.isAligned(one, domain, isStrict),
    })),
  ),
  defect(
    'dmarc-strictness-unheeded',
    'adkim= and aspf= are not looked at.',
    'https://github.com/trusteddomainproject/OpenDMARC/pull/354',
    holding((right) => ({ isAligned: (one, domain) => right.isAligned(one, domain, false) })),
  ),
  defect(
    'dmarc-one-strictness-for-both',
    'Where one of adkim= and aspf= is strict the other one is, too.',
    COMMON,
    holding((right) => ({
      isAuthentic: (domain, record, evidence) => {
        const isStrict = record.strict.dkim || record.strict.spf;
        return right.isAuthentic(domain, { ...record, strict: { dkim: isStrict, spf: isStrict } }, evidence);
      },
    })),
  ),
  defect(
    'dmarc-strict-never',
    'Where adkim=s is asked for no signature is enough.',
    COMMON,
    holding((right) => ({
      isAuthentic: (domain, record, { spf, dkim }) =>
        right.isAuthentic(domain, record, { spf, dkim: record.strict.dkim ? [] : dkim }),
    })),
  ),
  defect(
    'dmarc-alignment-by-ending',
    'A domain counts that ends as the other one does.',
    COMMON,
    holding((right) => ({
      isAligned: (one, domain, isStrict) =>
        right.isAligned(one, domain, isStrict) || (!isStrict && one.endsWith(domain)),
    })),
  ),
  defect(
    'dmarc-alignment-by-beginning',
    'A domain counts that begins as the other one does.',
    COMMON,
    holding((right) => ({
      isAligned: (one, domain, isStrict) => right.isAligned(one, domain, isStrict) || one.startsWith(`${domain}.`),
    })),
  ),
  defect(
    'dmarc-any-domain-counts',
    'Whoever has signed or sent it, that somebody stands for it is enough.',
    'https://www.usenix.org/conference/usenixsecurity20/presentation/chen-jianjun',
    holding(() => ({
      isAuthentic: (_domain, _record, { spf, dkim }) => spf.word === 'pass' || dkim.some(({ word }) => word === 'pass'),
    })),
  ),
  defect('dmarc-agent-counts', 'The domain of i=, wherever it lies, is taken for the one that has signed.', COMMON, {
    parts: {
      dkim: (right) => ({
        read: (field) => {
          const agent = /\bi=[^;@]*@([^;\s]*)/.exec(field.value)?.[1];
          const signature = right.read({ ...field, value: field.value.replace(/;\s*i=[^;]*/, '') });
          return { ...signature, field, ...(agent && { agent }) };
        },
      }),
      dmarc: (right) => ({
        check: (content, { spf, dkim }) => {
          const agent = /\bi=[^;@]*@([^;\s]*)/.exec(content.toString('latin1'))?.[1];
          return right.check(content, { spf, dkim: dkim.map((one) => ({ ...one, ...(agent && { domain: agent }) })) });
        },
      }),
    },
  }),
  defect(
    'dmarc-two-labels',
    'Every domain of an organization has two labels.',
    PSL,
    holding(() => ({ organizationOf: (domain) => domain.split('.').slice(-2).join('.') })),
  ),
  defect(
    'dmarc-no-siblings',
    'Of two names one has to lie below the other.',
    PSL,
    holding((right) => ({
      isAligned: (one, domain, isStrict) =>
        right.isAligned(one, domain, isStrict) && (below(one, domain) || below(domain, one)),
    })),
  ),
  defect('dmarc-guesses', 'Where a domain has no SPF record its own hosts are taken to be allowed.', COMMON, {
    parts: {
      spf: (right) => ({
        recordOf: async (domain) =>
          (await right.recordOf(domain)) ?? {
            mechanisms: [{ qualifier: '+', name: 'a', value: '', bits4: 32, bits6: 128 }],
          },
      }),
    },
  }),
  defect(
    'dmarc-helo-counts',
    'The name in EHLO counts, whatever the reverse-path is.',
    HELO,
    judging((right) => {
      const byName = (visit: Parameters<typeof right.find>[0]) =>
        right.find({ ...visit, reversePath: { local: '', domain: '', text: '' } });
      return {
        find: async (visit) => {
          const found = await byName(visit);
          return found.word === 'pass' ? found : await right.find(visit);
        },
        byPath: byName,
      };
    }),
  ),
  defect(
    'dmarc-helo-never-counts',
    'Without a reverse-path SPF counts for nothing.',
    COMMON,
    weighing((right) => ({
      find: (content, sender) =>
        right.find(content, sender && sender.identity === 'helo' ? { ...sender, word: 'none' } : sender),
    })),
  ),
  defect(
    'dmarc-bounces-passed-over',
    'A message without a reverse-path is not looked at.',
    COMMON,
    weighing((right) => ({
      find: (content, sender) => right.find(content, sender?.identity === 'helo' ? undefined : sender),
    })),
  ),
];
