/** Mistakes with what the name system answers (RFC 5321 §5.1). */

import { COMMON, defect, type RelayDefect, resolving } from './tools';

export const names: readonly RelayDefect[] = [
  defect(
    'idn-asked-as-it-is',
    'The name system is asked for domains beyond ASCII in their own characters, and knows none.',
    'https://github.com/trumail/trumail/issues/9',
    resolving((right) => ({
      async mx(domain) {
        return /[^\x00-\x7f]/.test(domain) ? { kind: 'no-domain' } : right.mx(domain);
      },
    })),
  ),
  defect(
    'dns-failure-for-good',
    'A lookup that fails for the moment is taken for a domain that does not exist.',
    'https://github.com/zone-eu/zone-mta/issues/4',
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
    'https://github.com/postalserver/postal/issues/2833',
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
    'https://github.com/postalserver/postal/issues/813',
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
  defect(
    'address-failure-for-good',
    'A host whose address cannot be looked up for the moment is taken for one without an address.',
    'https://github.com/zone-eu/zone-mta/issues/154',
    resolving((right) => ({
      async addresses(host) {
        const answer = await right.addresses(host);
        return answer.kind === 'failed' ? { kind: 'no-data' } : answer;
      },
    })),
  ),
  defect(
    'failed-host-puts-all-off',
    'While one host of a domain cannot be looked up, none is called.',
    'https://github.com/Zuplu/postfix-tlspol/issues/172',
    resolving((right) => ({
      async mx(domain) {
        const answer = await right.mx(domain);
        if (answer.kind !== 'found') return answer;
        const hosts = await Promise.all(answer.records.map(({ exchange }) => right.addresses(exchange)));
        return hosts.find(({ kind }) => kind === 'failed') ? { kind: 'failed', why: 'a host' } : answer;
      },
    })),
  ),
  defect(
    'version-6-only',
    'A host that has an address of version 6 is called at no other.',
    'https://github.com/haraka/Haraka/issues/3314',
    resolving((right) => ({
      async addresses(host) {
        const answer = await right.addresses(host);
        if (answer.kind !== 'found') return answer;
        const six = answer.records.filter((address) => address.includes(':'));
        return six.length > 0 ? { ...answer, records: six } : answer;
      },
    })),
  ),
  defect(
    'answers-over-512-octets-fail',
    'An answer of the name server that is longer than 512 octets is taken for a failure.',
    'http://www.ckdhr.com/ckd/qmail-103.patch',
    resolving((right) => ({
      async mx(domain) {
        const answer = await right.mx(domain);
        if (answer.kind !== 'found') return answer;
        const octets = answer.records.reduce((sum, { exchange }) => sum + exchange.length + 16, 0);
        return octets > 512 ? { kind: 'failed', why: 'too long' } : answer;
      },
    })),
  ),
];
