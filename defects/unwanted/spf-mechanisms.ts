/** Mistakes with evaluating mechanisms (RFC 7208 §4.6.4, §5). */

import type { Mechanism } from '../../reference-server/policies/spf/record';
import { SpfError } from '../../reference-server/policies/spf/result';
import { COMMON, defect, evaluating, hearing, taking, type UnwantedDefect } from './tools';

/** Each mechanism is taken for another one. */
const mechanisms = (change: (mechanism: Mechanism) => Mechanism) =>
  taking((record) => ({ ...record, mechanisms: record.mechanisms.map(change) }));

/** Other limits of an evaluation. */
const counting = (limits: { terms: number; voids: number }) =>
  evaluating((right) => ({ lookups: () => right.lookups(limits) }));

/** What an included record comes to. */
const including = (change: (word: string) => boolean) =>
  evaluating((right) => ({
    included: async (target, evaluation) => change((await right.evaluate({ ...evaluation, domain: target })).word),
  }));

export const spfMechanisms: readonly UnwantedDefect[] = [
  defect(
    'spf-lengths-ignored',
    'The length of a prefix is not looked at: only one address matches.',
    COMMON,
    mechanisms((one) => ({ ...one, bits4: 32, bits6: 128 })),
  ),
  defect(
    'spf-length-left-out-is-none',
    'An address without the length of a prefix matches nobody.',
    COMMON,
    mechanisms((one) => {
      if (one.bits4 < 32) return one;
      if (one.name === 'ip4') return { ...one, value: '192.0.2.255' };
      return one.name === 'a' ? { ...one, name: 'ip4', value: '192.0.2.255' } : one;
    }),
  ),
  defect(
    'spf-networks-by-octets',
    'The length of a prefix is rounded down to whole octets.',
    COMMON,
    mechanisms((one) => ({ ...one, bits4: one.bits4 - (one.bits4 % 8) })),
  ),
  defect(
    'spf-hosts-by-network',
    'A host whose address is in the same network is taken for the one that is named.',
    COMMON,
    mechanisms((one) => (one.name === 'a' ? { ...one, bits4: Math.min(one.bits4, 24) } : one)),
  ),
  defect(
    'spf-families-mapped',
    'A network of IPv6 that is wide enough takes in IPv4.',
    COMMON,
    mechanisms((one) => (one.name === 'ip6' && one.bits6 === 0 ? { ...one, name: 'all' } : one)),
  ),
  defect(
    'spf-target-of-a-ignored',
    'The domain behind a: is not read, and the sender’s own asked for.',
    COMMON,
    mechanisms((one) => (one.name === 'a' ? { ...one, value: '' } : one)),
  ),
  defect(
    'spf-first-exchanger-alone',
    'Of the mail exchangers of a domain only the first is looked at.',
    COMMON,
    hearing((right) => ({
      mx: async (domain) => {
        const answer = await right.mx(domain);
        if (answer.kind !== 'found') return answer;
        return { ...answer, records: [...answer.records].sort((a, b) => a.preference - b.preference).slice(0, 1) };
      },
    })),
  ),
  defect(
    'spf-implicit-mx',
    'A domain without MX records is its own mail exchanger.',
    COMMON,
    hearing((right) => ({
      mx: async (domain) => {
        const answer = await right.mx(domain);
        return answer.kind === 'no-data' ? { kind: 'found', records: [{ exchange: domain, preference: 0 }] } : answer;
      },
    })),
  ),
  defect(
    'spf-include-as-text',
    'What an included record forbids is forbidden, as if its terms stood here.',
    COMMON,
    evaluating((right) => ({
      included: async (target, evaluation) => {
        const { word } = await right.evaluate({ ...evaluation, domain: target });
        if (word === 'fail') throw Object.assign(new SpfError('permerror', ''), { word: 'fail' });
        return right.included(target, evaluation);
      },
    })),
  ),
  defect(
    'spf-include-of-any-result',
    'An included record that is not sure, or says nothing, matches.',
    COMMON,
    including((word) => word === 'pass' || word === 'softfail' || word === 'neutral'),
  ),
  defect(
    'spf-include-of-nothing',
    'An included domain without a record is passed over.',
    'https://github.com/hardenize/hardenize-public/issues/19',
    including((word) => word === 'pass'),
  ),
  defect(
    'spf-include-keeps-domain',
    'In an included record %{d} is still the domain that includes it.',
    COMMON,
    mechanisms((one) => ({ ...one, value: one.value.replaceAll('%{d}', '%{o}') })),
  ),
  defect(
    'spf-exists-needs-own-address',
    'exists matches only where the name has the address of the client.',
    COMMON,
    mechanisms((one) => (one.name === 'exists' ? { ...one, name: 'a' } : one)),
  ),
  defect(
    'spf-pointers-believed',
    'A name of the client is believed that does not lead back to it.',
    COMMON,
    evaluating(() => ({
      validated: async ({ address, lookups }) => [...(await lookups.perhaps((names) => names.pointers(address)))],
    })),
  ),
  defect(
    'spf-pointers-by-ending',
    'A name of the client that ends as the domain does is taken for one below it.',
    COMMON,
    evaluating((right) => ({
      validated: async (evaluation) => {
        const names = await right.validated(evaluation);
        return names.map((name) => (name.endsWith(evaluation.domain) ? evaluation.domain : name));
      },
    })),
  ),
  defect(
    'spf-pointers-unsupported',
    'ptr never matches: it is not to be used, after all.',
    COMMON,
    evaluating(() => ({ validated: async ({ address }) => (address === '' ? [address] : []) })),
  ),
  defect(
    'spf-many-pointers-refused',
    'A client with more than ten names is an error.',
    COMMON,
    evaluating((right) => ({
      validated: async (evaluation) => {
        const { lookups, address } = evaluation;
        const pointers = await lookups.perhaps((names) => names.pointers(address));
        if (pointers.length > 10) throw new SpfError('permerror', 'too many names');
        return right.validated(evaluation);
      },
    })),
  ),
  defect(
    'spf-lookups-without-limit',
    'As many terms as there are may ask the DNS.',
    'https://github.com/internetstandards/Internet.nl/issues/1336',
    counting({ terms: 60, voids: 2 }),
  ),
  defect(
    'spf-lookups-one-too-few',
    'The tenth term that asks the DNS is one too many.',
    'https://github.com/albertito/spf/issues/3',
    counting({ terms: 9, voids: 2 }),
  ),
  defect(
    'spf-lookups-counted-by-record',
    'Each record has ten lookups of its own.',
    COMMON,
    evaluating((right) => ({
      included: (target, evaluation) => right.included(target, { ...evaluation, lookups: right.lookups() }),
    })),
  ),
  defect(
    'spf-exchangers-counted-as-terms',
    'Each mail exchanger counts as a term that asks the DNS.',
    'https://github.com/stalwartlabs/mail-auth/issues/35',
    evaluating((right) => ({
      exchangers: async (target, evaluation) => {
        const hosts = await right.exchangers(target, evaluation);
        for (const _ of hosts) evaluation.lookups.spend();
        return hosts;
      },
    })),
  ),
  defect(
    'spf-exchangers-without-limit',
    'A domain may have as many mail exchangers as it likes.',
    COMMON,
    hearing((right) => ({
      mx: async (domain) => {
        const answer = await right.mx(domain);
        return answer.kind === 'found' ? { ...answer, records: answer.records.slice(0, 10) } : answer;
      },
    })),
  ),
  defect(
    'spf-voids-without-limit',
    'As many lookups as there are may find nothing.',
    'https://github.com/shevek/libspf2/issues/24',
    counting({ terms: 10, voids: 60 }),
  ),
  defect(
    'spf-voids-not-borne',
    'The second lookup that finds nothing is one too many.',
    COMMON,
    counting({ terms: 10, voids: 1 }),
  ),
  defect(
    'spf-failure-is-no-match',
    'A name server that fails for a mechanism is taken to say that there is nothing.',
    COMMON,
    evaluating((right) => ({
      lookups: () => {
        const lookups = right.lookups();
        return Object.assign(lookups, { found: lookups.perhaps });
      },
    })),
  ),
];
