/** Mistakes with greylisting, with lists of unwanted addresses, and with rates (RFC 6647, RFC 5321 §4.2.1). */

import { type Reply, reply } from '../../reference-server/delivery/reply';
import type { UnwantedParts, UnwantedSeams } from '../../reference-server/policies/seams';
import { COMMON, defect, type UnwantedDefect } from './tools';

const NEVER = reply(550, '5.7.1', 'Go away');

const greylisting = (greylist: (right: UnwantedParts['greylist']) => Partial<UnwantedParts['greylist']>) =>
  ({ parts: { greylist } }) satisfies UnwantedSeams;
const limiting = (rate: (right: UnwantedParts['rate']) => Partial<UnwantedParts['rate']>) =>
  ({ parts: { rate } }) satisfies UnwantedSeams;

/** What was refused before is answered otherwise. */
const putOffBy = (change: (refusal: Reply) => Reply) =>
  greylisting((right) => ({
    refusal: (visit, recipient) => {
      const refusal = right.refusal(visit, recipient);
      return refusal && change(refusal);
    },
  }));

/** What an answer of a list is taken for. */
const listing = (isListing: (record: string) => boolean): UnwantedSeams => ({
  parts: { blocklists: (right) => ({ isListing: (record) => right.isListing(record) || isListing(record) }) },
});

const greylist: readonly UnwantedDefect[] = [
  defect(
    'greylist-refuses',
    'Who is new is refused for good.',
    COMMON,
    putOffBy((refusal) => ({ ...refusal, code: 550 })),
  ),
  defect(
    'greylist-by-451',
    'Who is new is put off by 451.',
    COMMON,
    putOffBy((refusal) => ({ ...refusal, code: 451 })),
  ),
  defect(
    'greylist-never-over',
    'Each attempt is a first one: whatever comes again is put off again.',
    'https://github.com/vstakhov/rmilter/issues/88',
    greylisting((right) => {
      let attempts = 0;
      return { keyOf: (visit, recipient) => `${right.keyOf(visit, recipient)} ${attempts++}` };
    }),
  ),
  defect(
    'greylist-without-wait',
    'An attempt at once is taken.',
    COMMON,
    greylisting((right) => {
      const seen = new Set<string>();
      return {
        refusal: (visit, recipient) => {
          const key = right.keyOf(visit, recipient);
          const refusal = right.refusal(visit, recipient);
          return seen.has(key) || !seen.add(key) ? undefined : refusal;
        },
      };
    }),
  ),
  defect(
    'greylist-starts-anew',
    'An attempt that comes too soon starts the time anew, with twice as long to wait.',
    COMMON,
    greylisting((right) => {
      const soon = new Map<string, number>();
      return {
        refusal: (visit, recipient) => {
          const key = right.keyOf(visit, recipient);
          const refusal = right.refusal(visit, recipient);
          if (refusal) soon.set(key, (soon.get(key) ?? 0) + 1);
          return (soon.get(key) ?? 0) > 1 && !refusal ? reply(450, '4.7.1', 'Still too soon') : refusal;
        },
      };
    }),
  ),
  defect(
    'greylist-has-no-end',
    'An attempt long after the first one is still taken for a retry.',
    COMMON,
    greylisting((right) => ({ current: (key, now) => right.current(key, Math.min(now, now - 2 * 86_400_000)) })),
  ),
  defect(
    'greylist-by-address-alone',
    'Whatever comes from an address is a retry of what came before.',
    COMMON,
    greylisting((right) => ({ keyOf: (visit) => right.clientOf(visit).replace('/', ' ') })),
  ),
  defect(
    'greylist-bounces-never',
    'A message without a sender is new each time: bounces do not arrive.',
    COMMON,
    greylisting((right) => ({
      refusal: (visit, recipient) =>
        visit.reversePath.text === '' ? reply(450, '4.7.1', 'Not from nobody') : right.refusal(visit, recipient),
    })),
  ),
  defect(
    'greylist-each-recipient',
    'Each recipient is new by itself, and so a retry has to have the same ones.',
    'https://github.com/schweikert/postgrey/issues/93',
    greylisting((right) => ({ refusal: (visit, recipient) => right.judged(visit, recipient) })),
  ),
  defect(
    'greylist-forgets-clients',
    'Who has come again is new with each other sender.',
    COMMON,
    greylisting((right) => ({
      current: (key, now) => (key.includes('<') ? right.current(key, now) : undefined),
    })),
  ),
];

const blocklists: readonly UnwantedDefect[] = [
  defect('dnsbl-unheeded', 'An address that is listed is taken all the same.', COMMON, {
    parts: { blocklists: (right) => ({ isListing: (record) => right.isListing(record) && record === '' }) },
  }),
  defect(
    'dnsbl-any-answer',
    'Any address that a list answers with is taken for an entry.',
    'https://github.com/ShlomiPorush/mailcow-logs-viewer/issues/102',
    listing((record) => !record.startsWith('127.')),
  ),
  defect(
    'dnsbl-errors-are-entries',
    'What a list says of the question is taken for an entry.',
    'https://github.com/haraka/Haraka/issues/3106',
    listing((record) => record.startsWith('127.255.255.')),
  ),
  defect('dnsbl-failure-refuses', 'Where a list fails, everybody is refused.', COMMON, {
    parts: {
      names: (right) => ({
        ipv4: async (name) => {
          const answer = await right.ipv4(name);
          return answer.kind === 'failed' ? { kind: 'found', records: ['127.0.0.2'] } : answer;
        },
      }),
    },
  }),
  defect('dnsbl-forwards', 'The address is asked for the way it is written.', COMMON, {
    parts: {
      names: (right) => ({
        ipv4: (name) => right.ipv4(name.replace(/^(\d+)\.(\d+)\.(\d+)\.(\d+)\./, '$4.$3.$2.$1.')),
      }),
    },
  }),
  defect('dnsbl-by-name-alone', 'That the list knows the name is enough, whether there is an address or not.', COMMON, {
    parts: {
      names: (right) => ({
        ipv4: async (name) => {
          const answer = await right.ipv4(name);
          return answer.kind === 'no-data' ? { kind: 'found', records: ['127.0.0.2'] } : answer;
        },
      }),
    },
  }),
  defect('dnsbl-not-listed-refused', 'That there is no such name is taken for an entry.', COMMON, {
    parts: {
      names: (right) => ({
        ipv4: async (name) => {
          const answer = await right.ipv4(name);
          return answer.kind === 'no-domain' ? { kind: 'found', records: ['127.0.0.2'] } : answer;
        },
      }),
    },
  }),
];

const rates: readonly UnwantedDefect[] = [
  defect(
    'rate-refuses',
    'Who is too fast is refused for good.',
    COMMON,
    limiting((right) => ({ refusal: (visit) => right.refusal(visit) && NEVER })),
  ),
  defect(
    'rate-without-limit',
    'Who is too fast is not put off.',
    COMMON,
    limiting((right) => ({ refusal: (visit) => (right.refusal(visit) && visit.address === '' ? NEVER : undefined) })),
  ),
  defect(
    'rate-never-over',
    'Who was too fast once is put off forever.',
    COMMON,
    limiting((right) => {
      const fast = new Set<string>();
      return {
        refusal: (visit) => {
          const refusal = right.refusal(visit);
          if (refusal) fast.add(visit.address);
          return fast.has(visit.address) ? (refusal ?? reply(450, '4.7.1', 'You were too fast')) : undefined;
        },
      };
    }),
  ),
];

const EVERYBODY = {
  smtp: [
    {
      parts: {
        trusted: (right: { has(address: string): boolean }) => ({
          has: (address: string) => right.has(address) && address === '',
        }),
      },
    },
  ],
};

/** Policies that look at nobody's login. */
const users: readonly UnwantedDefect[] = [
  {
    ...defect(
      'rate-for-all',
      'All clients, trusted networks too, are counted as one.',
      COMMON,
      limiting((right) => ({ refusal: () => right.refusal({ address: 'everybody' }) })),
    ),
    also: EVERYBODY,
  },
  { ...defect('trusted-asked', 'A trusted network is asked what strangers are asked.', COMMON, {}), also: EVERYBODY },
  {
    ...defect('users-asked', 'Users who hand in mail are asked what strangers are asked.', COMMON, {}),
    also: {
      smtp: [
        {
          around: async (session, command, next) => {
            const { policies } = session.context;
            const { transaction } = session;
            if (command.verb !== 'RCPT' || !policies || !transaction || !session.account) return next();
            const visit = {
              address: session.connection.remoteAddress,
              helo: session.hello?.name ?? '',
              reversePath: transaction.reversePath,
            };
            return (await policies.atRecipient(visit, transaction.reversePath)) ?? next();
          },
        },
      ],
    },
  },
];

export const strangers: readonly UnwantedDefect[] = [...greylist, ...blocklists, ...rates, ...users];
