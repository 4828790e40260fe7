/** Mistakes with signed records of hosts (RFC 7672). */

import { checkServerIdentity } from 'node:tls';
import type { Signed, SignedNames, TlsaRecord } from '../../reference-server/dns/signed-names';
import { isUsable } from '../../reference-server/relay/dane/tlsa';
import type { Protection } from '../../reference-server/relay/protection';
import { COMMON, defect, protecting, type RelayDefect } from './tools';

const NONE: Signed<TlsaRecord> = { kind: 'answered', records: [], secure: true, name: '' };
const believed = <T>(said: Signed<T>): Signed<T> => (said.kind === 'failed' ? said : { ...said, secure: true });

/** The records are others. */
const otherRecords = (change: (records: readonly TlsaRecord[]) => readonly TlsaRecord[]) => ({
  parts: {
    signedNames: (right: SignedNames) => ({
      async tlsa(name: string) {
        const said = await right.tlsa(name);
        return said.kind === 'answered' ? { ...said, records: change(said.records) } : said;
      },
    }),
  },
});

type Judge = NonNullable<Protection['judge']>;

/** What the records demand is judged otherwise. */
const judging = (change: (judge: Judge, host: string) => Judge) =>
  protecting(({ of }) => ({
    async of(domain, hop, parcel) {
      const right = await of(domain, hop, parcel);
      return 'kind' in right || !right.judge || !right.key.startsWith('dane')
        ? right
        : { ...right, judge: change(right.judge, hop.name) };
    },
  }));

export const dane: readonly RelayDefect[] = [
  defect('dane-not-kept-to', 'No records of hosts are asked for.', COMMON, {
    parts: { signedNames: () => ({ tlsa: async () => NONE }) },
  }),
  defect(
    'dane-failure-ignored',
    'Where the question for records fails, there are none.',
    'https://github.com/KumoCorp/kumomta/issues/543',
    {
      parts: {
        signedNames: (right) => ({
          async tlsa(name) {
            const said = await right.tlsa(name);
            return said.kind === 'failed' ? NONE : said;
          },
        }),
      },
    },
  ),
  defect(
    'dane-unsigned-believed',
    'Records are kept to though they, or what leads to them, are not signed.',
    'https://github.com/foxcpp/maddy/issues/292',
    {
      parts: {
        signedNames: (right) => ({
          tlsa: async (name) => believed(await right.tlsa(name)),
          records: async (name, type) => believed(await right.records(name, type)),
        }),
      },
    },
  ),
  defect(
    'dane-certificate-judged',
    'A certificate whose key is the right one must be from a known authority and of now all the same.',
    'https://github.com/shuque/dane/issues/3',
    judging((judge) => (peer) => (peer.authorized ? judge(peer) : 'not trusted')),
  ),
  defect(
    'dane-name-judged',
    'A certificate whose key is the right one must be for the host all the same.',
    'https://github.com/internetstandards/Internet.nl/issues/474',
    judging((judge, host) => (peer) => checkServerIdentity(host, peer.getPeerCertificate())?.message ?? judge(peer)),
  ),
  defect(
    'dane-authority-is-enough',
    'A certificate from an authority that everybody trusts is as good as the one that the records speak of.',
    'https://github.com/internetstandards/Internet.nl/issues/372',
    judging((judge) => (peer) => (peer.authorized ? undefined : judge(peer))),
  ),
  defect(
    'dane-anchor-unknown',
    'What a record says of an authority is compared with the certificate of the host.',
    'https://github.com/foxcpp/maddy/issues/292',
    otherRecords((records) => records.map((record) => (record.usage === 2 ? { ...record, usage: 3 } : record))),
  ),
  defect(
    'dane-anchor-alone',
    'Who shows the certificate of the authority is believed, whatever else it shows.',
    COMMON,
    judging((judge) => (peer) => (peer.getPeerCertificate(true).issuerCertificate ? undefined : judge(peer))),
  ),
  defect(
    'dane-first-record-alone',
    'Of several records the first counts alone.',
    COMMON,
    otherRecords((records) => records.slice(0, 1)),
  ),
  defect(
    'dane-unusable-ignored',
    'Records that nobody can use demand nothing.',
    'https://github.com/KumoCorp/kumomta/pull/545',
    otherRecords((records) => records.filter(isUsable)),
  ),
];
