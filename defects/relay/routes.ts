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
    COMMON,
    routing((right) => ({ ordered: (records) => right.ordered(records).reverse() })),
  ),
  defect(
    'mx-as-answered',
    'Hosts are tried in the order in which the name server has them.',
    COMMON,
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
    COMMON,
    routing((right) => ({ ordered: (records) => right.ordered(records).slice(0, 1) })),
  ),
  defect(
    'implicit-mx-missing',
    'A domain without MX records takes no mail.',
    COMMON,
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
];
