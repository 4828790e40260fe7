/** Mistakes with policies of domains (RFC 8461). */

import type { StsPolicy } from '../../reference-server/relay/sts/policy';
import { COMMON, defect, type RelayDefect, saying } from './tools';

const NOBODY = 'version: STSv1\nmode: enforce\nmx: nobody.invalid\nmax_age: 86400\n';

/** What holds for a domain is another policy. */
const otherwise = (change: (policy: StsPolicy, domain: string) => StsPolicy) => ({
  parts: {
    stsPolicies: (right: { of(domain: string): Promise<StsPolicy | undefined> }) => ({
      async of(domain: string) {
        const policy = await right.of(domain);
        return policy && change(policy, domain);
      },
    }),
  },
});

export const sts: readonly RelayDefect[] = [
  defect('sts-not-kept-to', 'No policy is asked for.', 'https://github.com/foxcpp/maddy/issues/40', {
    parts: { stsPolicies: () => ({ of: async () => undefined }) },
  }),
  defect(
    'sts-hosts-not-compared',
    'A policy is kept to at hosts that it does not name.',
    'https://github.com/Snawoot/postfix-mta-sts-resolver/issues/116',
    {
      parts: {
        protections: ({ of }) => ({
          async of(...place) {
            const right = await of(...place);
            return 'kind' in right ? { use: 'required', key: 'any host' } : right;
          },
        }),
      },
    },
  ),
  defect(
    'sts-domain-compared',
    'It is the domain that is looked for among the hosts of its policy.',
    COMMON,
    otherwise((policy, domain) => ({ ...policy, mx: policy.mx.filter((pattern) => pattern === domain) })),
  ),
  defect(
    'sts-testing-enforced',
    'A policy that is only being tested, or is no more, is enforced.',
    'https://github.com/mrisher/smtp-sts/issues/133',
    otherwise((policy) => ({ ...policy, mode: 'enforce' })),
  ),
  defect('sts-policy-missed', 'Mail waits where a policy cannot be had.', COMMON, {
    parts: { policyFetcher: (right) => ({ fetch: (domain) => right.fetch(domain).catch(() => NOBODY) }) },
  }),
  defect(
    'sts-read-carelessly',
    'What is no policy is read as one: of another version, mode or age.',
    'https://github.com/Zuplu/postfix-tlspol/issues/70',
    {
      parts: {
        policyFetcher: (right) => ({
          fetch: async (domain) =>
            (await right.fetch(domain)).replace('STSv2', 'STSv1').replace('strict', 'enforce').replace('week', '86400'),
        }),
      },
    },
  ),
  defect('sts-record-unread', 'Whatever the record says, it speaks of a policy.', COMMON, {
    parts: {
      signedNames: (right) => ({
        async txt(name) {
          const said = await right.txt(name);
          return said.kind === 'answered' && said.records.length > 0 ? { ...said, records: ['v=STSv1; id=1'] } : said;
        },
      }),
    },
  }),
  defect('sts-of-the-parent', 'Where a domain has no policy, that of the domain above counts.', COMMON, {
    parts: {
      stsPolicies: (right) => ({
        of: async (domain) => (await right.of(domain)) ?? (await right.of(domain.replace(/^[^.]+\./, ''))),
      }),
    },
  }),
  defect(
    'tls-asks-for-nobody',
    'The client does not say which server it means.',
    COMMON,
    saying((right) => ({
      handshake() {
        const { servername: _, ...wishes } = right.handshake();
        return wishes;
      },
    })),
  ),
];
