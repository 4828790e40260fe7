/** Mistakes that LMTP servers make (RFC 2033). */

import type { SmtpHook } from '../reference-server/smtp/hooks';
import { reply } from '../reference-server/smtp/reply';
import type { Defect } from './defect';
import { announcing, COMMON, on } from './smtp/tools';

const defect = (name: string, mistake: string, reference: string, hook: SmtpHook): Defect<SmtpHook> => ({
  name: `lmtp-${name}`,
  mistake,
  reference,
  hook,
});

export const lmtpDefects: ReadonlyArray<Defect<SmtpHook>> = [
  defect(
    'one-reply-for-all',
    'The end of the data is answered once, however many recipients there are.',
    'https://github.com/aio-libs/aiosmtpd/issues/517',
    { rules: { answered: ({ recipients }) => recipients.slice(0, 1) } },
  ),
  defect(
    'one-reply-per-mailbox',
    'A recipient that was accepted twice is answered once.',
    'https://github.com/emersion/go-smtp/pull/66',
    { rules: { answered: ({ recipients }) => [...new Map(recipients.map((one) => [one.account.id, one])).values()] } },
  ),
  defect('replies-in-reverse', 'The replies after the data come in the reverse order of the recipients.', COMMON, {
    rules: { answered: ({ recipients }) => [...recipients].reverse() },
  }),
  defect(
    'recipients-counted-over-messages',
    'Recipients of an earlier message are answered again after the next.',
    'https://github.com/emersion/go-smtp/pull/308',
    {
      rules: {
        answered({ recipients }, session) {
          const all = [...(answered.get(session) ?? []), ...recipients];
          answered.set(session, all);
          return all;
        },
      },
    },
  ),
  defect('ehlo-accepted', 'EHLO and HELO open an LMTP session.', COMMON, {
    command(_, command, next) {
      if (/^(EHLO|HELO)$/.test(command.verb)) command.verb = 'LHLO';
      return next();
    },
  }),
  defect('data-without-recipients-554', 'DATA without a recipient is answered 554 and not 503.', COMMON, {
    reply: (_, answer, verb) => (verb === 'DATA' && answer.code === 503 ? reply(554, '5.5.1', 'No recipient') : answer),
  }),
  defect(
    'pipelining-not-announced',
    'PIPELINING is not announced.',
    'https://github.com/aio-libs/aiosmtpd/issues/113',
    announcing((lines) => lines.filter((line) => line !== 'PIPELINING')),
  ),
  defect(
    'lhlo-keeps-transaction',
    'LHLO in the middle of a transaction does not end it.',
    COMMON,
    on('LHLO', async (session, _, next) => {
      const { transaction } = session;
      await next();
      session.transaction = transaction;
    }),
  ),
  defect('half-message-delivered', 'A message that a lost connection cut off is delivered.', COMMON, {
    rules: { deliversHalfMessages: true },
  }),
  defect(
    'last-chunk-without-recipients-answered',
    'BDAT LAST without a recipient is answered 503, although it has nobody to answer for.',
    COMMON,
    on('BDAT', async (session, { argument }, next) => {
      const empty = session.transaction?.recipients.length === 0 && / LAST$/i.test(argument);
      await next();
      if (empty) session.send(reply(503, '5.5.1', 'No recipient'));
    }),
  ),
  defect('first-verdict-for-all', 'What is answered for the first recipient is answered for all.', COMMON, {
    rules: { answered: ({ recipients }) => recipients.map(() => recipients[0]!) },
  }),
];

/** Per session, what it must not remember. */
const answered = new WeakMap<
  object,
  Parameters<NonNullable<NonNullable<SmtpHook['rules']>['answered']>>[0]['recipients']
>();
