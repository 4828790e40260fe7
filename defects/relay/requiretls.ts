/** Mistakes with what senders ask of TLS (RFC 8689). */

import { reply } from '../../reference-server/delivery/reply';
import type { Dialogue } from '../../reference-server/relay/dialogue';
import { unfit } from '../../reference-server/relay/outcome';
import type { Parcel } from '../../reference-server/relay/parcel';
import { COMMON, defect, type RelayDefect, reporting } from './tools';

const UNKNOWN = reply(555, '5.5.4', 'No such parameter');

/** As if nobody had asked for anything. */
const unasked = (parcel: Parcel): Parcel => ({ ...parcel, envelope: { ...parcel.envelope, requireTls: false } });

/** What is said to a host is said as if nobody had asked. */
const fitting = (fitted: (right: Dialogue, parcel: Parcel) => ReturnType<Dialogue['fitted']>) => ({
  parts: { dialogue: (right: Dialogue) => ({ fitted: (parcel: Parcel) => fitted(right, parcel) }) },
});

export const requiretls: readonly RelayDefect[] = [
  defect('requiretls-forgotten', 'REQUIRETLS is taken, and nothing is made of it.', COMMON, {
    parts: {
      dialogue: (right) => ({ fitted: (parcel) => right.fitted(unasked(parcel)) }),
      wishes: (right) => ({ of: (domain, hop, parcel) => right.of(domain, hop, unasked(parcel)) }),
    },
  }),
  defect(
    'requiretls-promise-not-asked',
    'A host need not offer REQUIRETLS to get a message that needs it.',
    COMMON,
    fitting((right, parcel) => right.fitted(unasked(parcel))),
  ),
  defect(
    'requiretls-not-said',
    'MAIL does not say REQUIRETLS to the next host.',
    COMMON,
    fitting((right, parcel) => {
      const fit = right.fitted(parcel);
      return 'kind' in fit ? fit : { ...fit, ...{ envelope: unasked(fit).envelope } };
    }),
  ),
  defect('requiretls-any-host', 'Nobody need vouch for the name of a host.', COMMON, {
    parts: { wishes: () => ({ isNamed: async () => true }) },
  }),
  defect('requiretls-any-certificate', 'TLS is needed, and no certificate is looked at.', COMMON, {
    parts: {
      wishes: (right) => ({
        async of(domain, hop, parcel) {
          const asked = await right.of(domain, hop, parcel);
          return 'kind' in asked || !parcel.envelope.requireTls ? asked : { ...asked, judge: () => undefined };
        },
      }),
    },
  }),
  defect(
    'requiretls-first-host-alone',
    'Where the first host of a domain does not offer REQUIRETLS no other is tried.',
    COMMON,
    fitting((right, parcel) => {
      const fit = right.fitted(parcel);
      if (!('kind' in fit)) return fit;
      const { elsewhere: _, ...outcome } = fit;
      return outcome;
    }),
  ),
  defect(
    'requiretls-returned-whole',
    'A message that needs TLS comes back whole where that was wished.',
    COMMON,
    reporting((right) => ({
      isWhole: (subject, news) =>
        right.isWhole({ ...subject, envelope: { ...subject.envelope, requireTls: false } }, news),
    })),
  ),
  defect('requiretls-policy-unread', 'A policy does not vouch for the name of a host, only a signature does.', COMMON, {
    parts: {
      wishes: (right) => ({
        of: async (domain, hop, parcel) =>
          parcel.envelope.requireTls ? unfit('5.7.10', 'nobody vouches for the host') : right.of(domain, hop, parcel),
      }),
    },
  }),
  defect('tls-required-no-unread', 'TLS-Required: No is not read.', COMMON, {
    parts: { wishes: () => ({ wantsItAnyway: () => false }) },
  }),
  defect('tls-required-no-counts-most', 'TLS-Required: No counts beside REQUIRETLS too.', COMMON, {
    parts: {
      wishes: (right) => ({
        of: (domain, hop, parcel) =>
          right.of(domain, hop, right.wantsItAnyway(unasked(parcel)) ? unasked(parcel) : parcel),
      }),
      dialogue: (right) => ({
        fitted: (parcel) =>
          right.fitted(/^TLS-Required: No/im.test(parcel.content.toString('latin1')) ? unasked(parcel) : parcel),
      }),
    },
  }),
  {
    ...defect('requiretls-with-any-value', 'REQUIRETLS may have a value, which nobody reads.', COMMON, {}),
    also: {
      smtp: [
        {
          around: (_session, command, next) => {
            command.argument = command.argument.replace(/ REQUIRETLS=\w+/, ' REQUIRETLS');
            return next();
          },
        },
      ],
    },
  },
  {
    ...defect('requiretls-refused', 'REQUIRETLS is offered, and no parameter of MAIL.', COMMON, {}),
    also: {
      smtp: [
        {
          around: async (_session, { verb, argument }, next) =>
            /^FROM:.* REQUIRETLS/i.test(argument) && verb === 'MAIL' ? UNKNOWN : next(),
        },
      ],
    },
  },
];
