/** Mistakes with what the name system answers (RFC 5321 §5.1). */

import { COMMON, defect, type RelayDefect, resolving } from './tools';

export const names: readonly RelayDefect[] = [
  defect(
    'dns-failure-for-good',
    'A lookup that fails for the moment is taken for a domain that does not exist.',
    COMMON,
    resolving((right) => ({
      async mx(domain) {
        const answer = await right.mx(domain);
        return answer.kind === 'failed' ? { kind: 'no-domain' } : answer;
      },
    })),
  ),
  defect(
    'dns-failure-no-mx',
    'A lookup that fails for the moment is taken for one without MX records.',
    COMMON,
    resolving((right) => ({
      async mx(domain) {
        const answer = await right.mx(domain);
        return answer.kind === 'failed' ? { kind: 'no-data' } : answer;
      },
    })),
  ),
  defect(
    'first-address-only',
    'Of the addresses of a host only the first is tried.',
    COMMON,
    resolving((right) => ({
      async addresses(host) {
        const answer = await right.addresses(host);
        return answer.kind === 'found' ? { ...answer, records: answer.records.slice(0, 1) } : answer;
      },
    })),
  ),
  defect(
    'host-without-address-ends-it',
    'A domain whose most preferred host has no address takes no mail.',
    COMMON,
    resolving((right) => ({
      async mx(domain) {
        const answer = await right.mx(domain);
        if (answer.kind !== 'found') return answer;
        const [best] = [...answer.records].sort((a, b) => a.preference - b.preference);
        const { kind } = await right.addresses(best!.exchange);
        return kind === 'found' ? answer : { kind: 'no-domain' };
      },
    })),
  ),
];
