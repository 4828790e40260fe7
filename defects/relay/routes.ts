/** Mistakes with where mail goes (RFC 5321 §5.1). */

import { refused } from '../../reference-server/relay/outcome';
import { COMMON, defect, type RelayDefect, routing } from './tools';

export const routes: readonly RelayDefect[] = [
  defect(
    'mx-not-asked',
    'Mail goes to the address of the domain, and nobody asks for MX records.',
    COMMON,
    routing(() => ({ exchangers: async (domain) => [{ exchange: domain, preference: 0 }] })),
  ),
  defect(
    'mx-highest-first',
    'The host with the highest number is tried first.',
    'https://github.com/guileen/node-sendmail/pull/57',
    routing((right) => ({ ordered: (records) => right.ordered(records).reverse() })),
  ),
  defect(
    'mx-as-answered',
    'Hosts are tried in the order in which the name server has them.',
    'https://github.com/richfelker/mxclient/issues/1',
    routing(() => ({ ordered: (records) => [...records] })),
  ),
  defect(
    'mx-sorted-as-text',
    'Preferences are sorted as texts: 10 comes before 9.',
    COMMON,
    routing(() => ({
      ordered: (records) => [...records].sort((a, b) => (String(a.preference) < String(b.preference) ? -1 : 1)),
    })),
  ),
  defect(
    'mx-first-only',
    'Only the most preferred host is ever tried.',
    'https://github.com/Jinnrry/PMail/pull/360',
    routing((right) => ({ ordered: (records) => right.ordered(records).slice(0, 1) })),
  ),
  defect(
    'implicit-mx-missing',
    'A domain without MX records takes no mail.',
    'https://github.com/foxcpp/maddy/issues/129',
    routing((right) => ({
      async exchangers(domain) {
        const found = await right.exchangers(domain);
        const implicit = Array.isArray(found) && found.every(({ exchange }) => exchange === domain);
        return implicit ? refused('5.4.4', `${domain} has no mail exchanger`) : found;
      },
    })),
  ),
  defect(
    'address-besides-mx',
    'The address of the domain is tried before its mail exchangers.',
    COMMON,
    routing((right) => ({
      async exchangers(domain) {
        const found = await right.exchangers(domain);
        return Array.isArray(found) ? [{ exchange: domain, preference: 0 }, ...found] : found;
      },
    })),
  ),
  defect(
    'mx-ties-as-answered',
    'Hosts that are equally preferred are tried in the order in which the name server has them: one gets all the mail.',
    'https://github.com/postalserver/postal/issues/1405',
    routing(() => ({ ordered: (records) => [...records].sort((a, b) => a.preference - b.preference) })),
  ),
  defect(
    'mx-cut-before-sorting',
    'Of many MX records only the first fifty are read, whatever their preference.',
    COMMON,
    routing((right) => ({ ordered: (records) => right.ordered(records.slice(0, 50)) })),
  ),
  defect(
    'own-mx-overlooked',
    'A server that is among the hosts of a domain does not see itself there.',
    'https://github.com/stalwartlabs/stalwart/issues/1377',
    routing(() => ({ usable: (records) => [...records] })),
  ),
  defect(
    'own-mx-alone-left-out',
    'A server that is among the hosts of a domain leaves itself out, and none that is less preferred.',
    COMMON,
    routing((right) => ({ usable: (records) => records.filter((each) => right.usable([each]).length > 0) })),
  ),
  defect(
    'null-mx-by-address',
    'A domain that takes no mail is called at its address.',
    'https://github.com/hmailserver/hmailserver/pull/372',
    routing((right) => ({
      async exchangers(domain) {
        const found = await right.exchangers(domain);
        const takesNone = !Array.isArray(found) && found.status === '5.1.10';
        return takesNone ? [{ exchange: domain, preference: 0 }] : found;
      },
    })),
  ),
  defect(
    'nowhere-to-go-dropped',
    'A message for which no host is found is forgotten without a word.',
    'https://github.com/OpenSMTPD/OpenSMTPD/issues/742',
    routing((right) => ({
      async *hops(domain) {
        const outcome = yield* right.hops(domain);
        return outcome.kind === 'refused' ? { ...outcome, kind: 'delivered' } : outcome;
      },
    })),
  ),
  defect(
    'literal-looked-up',
    'An address in brackets is looked up as a name.',
    'https://github.com/foxcpp/maddy/issues/176',
    routing((right) => ({
      async *hops(domain) {
        if (domain.startsWith('[')) return refused('5.1.2', `there is no domain ${domain}`);
        return yield* right.hops(domain);
      },
    })),
  ),
  defect(
    'partial-name-completed',
    'A name of one label is taken for one below the domain of this server.',
    'https://github.com/OpenSMTPD/OpenSMTPD/issues/384',
    routing((right) => ({
      exchangers: (domain) => right.exchangers(domain.includes('.') ? domain : `${domain}.example.test`),
    })),
  ),
];
