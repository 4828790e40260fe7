/** Mistakes that LMTP servers make (RFC 2033). */

import { distinct } from '../reference-server/delivery/behind';
import type { Mail, Recipient } from '../reference-server/delivery/mail';
import { type Reply, reply } from '../reference-server/delivery/reply';
import type { SmtpSeams } from '../reference-server/smtp/seams';
import type { Session } from '../reference-server/smtp/session';
import type { Defect } from './defect';
import { smtpDefects } from './smtp';
import { HALF_MESSAGES } from './smtp/half';
import { announcing, answering, COMMON, delivering, keepingTransaction, on } from './smtp/tools';

const defect = (name: string, mistake: string, reference: string, seams: SmtpSeams): Defect<SmtpSeams> => ({
  name: `lmtp-${name}`,
  mistake,
  reference,
  seams,
});

/** Gives other verdicts after the content than one for each recipient. */
const judging = (change: (verdicts: Reply[], recipients: readonly Recipient[]) => Reply[]) =>
  delivering((right) => ({
    accept: async (mail: Mail) => change(await right.accept(mail), mail.envelope.recipients),
  }));

const own: ReadonlyArray<Defect<SmtpSeams>> = [
  defect(
    'one-reply-for-all',
    'The end of the data is answered once, however many recipients there are.',
    'https://github.com/aio-libs/aiosmtpd/issues/517',
    judging((verdicts) => verdicts.slice(0, 1)),
  ),
  defect(
    'one-reply-per-mailbox',
    'A recipient that was accepted twice is answered once.',
    'https://github.com/emersion/go-smtp/pull/66',
    judging((verdicts, recipients) =>
      distinct(recipients).map((one) => verdicts[recipients.indexOf(one as Recipient)]!),
    ),
  ),
  defect(
    'replies-in-reverse',
    'The replies after the data come in the reverse order of the recipients.',
    COMMON,
    judging((verdicts) => [...verdicts].reverse()),
  ),
  defect(
    'recipients-counted-over-messages',
    'Recipients of an earlier message are answered again after the next.',
    'https://github.com/emersion/go-smtp/pull/308',
    on('END', (session, _, next) => {
      const before = answered.get(session) ?? 0;
      answered.set(session, before + session.transaction!.recipients.length);
      for (let n = 0; n < before; n++) session.send(reply(250, '2.0.0', 'Stored'));
      return next();
    }),
  ),
  defect('ehlo-accepted', 'EHLO and HELO open an LMTP session.', COMMON, {
    around(_, command, next) {
      if (/^(EHLO|HELO)$/.test(command.verb)) command.verb = 'LHLO';
      return next();
    },
  }),
  defect(
    'data-without-recipients-554',
    'DATA without a recipient is answered 554 and not 503.',
    COMMON,
    answering('DATA', (answer) => (answer.code === 503 ? reply(554, '5.5.1', 'No recipient') : answer)),
  ),
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
    keepingTransaction('LHLO'),
  ),
  defect('half-message-delivered', 'A message that a lost connection cut off is delivered.', COMMON, HALF_MESSAGES),
  defect(
    'last-chunk-without-recipients-answered',
    'BDAT LAST without a recipient is answered 503, although it has nobody to answer for.',
    COMMON,
    on('BDAT', async (session, { argument }, next) => {
      const empty = session.transaction?.recipients.length === 0 && / LAST$/i.test(argument);
      const answer = await next();
      return empty ? reply(503, '5.5.1', 'No recipient') : answer;
    }),
  ),
  defect(
    'first-verdict-for-all',
    'What is answered for the first recipient is answered for all.',
    COMMON,
    judging((verdicts) => verdicts.map(() => verdicts[0]!)),
  ),
  defect(
    'message-answered-too',
    'Behind the replies for the recipients comes one for the message.',
    'https://github.com/buggregator/server/issues/274',
    judging((verdicts) => [...verdicts, reply(250, '2.0.0', 'Stored')]),
  ),
  defect(
    'one-recipient-only',
    'A message has one recipient: the second is refused.',
    COMMON,
    on('RCPT', ({ transaction }, _, next) =>
      transaction?.recipients.length ? reply(452, '4.5.3', 'One at a time') : next(),
    ),
  ),
  defect('speaks-smtp', 'The port of LMTP speaks SMTP: LHLO is not known there, and EHLO opens the session.', COMMON, {
    around(_, command, next) {
      if (command.verb === 'EHLO') command.verb = 'LHLO';
      else if (command.verb === 'LHLO') command.verb = 'UNKNOWN';
      return next();
    },
  }),
  defect(
    'greeting-250',
    'The server greets with the code of LHLO.',
    COMMON,
    answering('GREETING', (answer) => ({ ...answer, code: 250 })),
  ),
];

/** LMTP has the commands, the replies and the content of SMTP (RFC 2033 §4), and its servers make the same mistakes with them. */
const LIKE_SMTP = [
  'rset-ignored',
  'rset-not-implemented',
  'transaction-survives-data',
  'verbs-case-sensitive',
  'hello-without-name-accepted',
  'hello-without-server-name',
  'dots-kept',
  'eighth-bit-stripped',
  'return-path-missing',
  'smuggling-lf-dot-lf',
  'smuggling-lf-dot-crlf',
  'smuggling-crlf-dot-lf',
  'pipelined-commands-dropped',
  'enhanced-codes-missing',
  'success-is-200',
  'full-mailbox-untold',
  'rcpt-answered-252',
  'stored-late',
  'data-answered-250',
  'sequence-answered-501',
  'unknown-commands-answered-250',
  'null-reverse-path-refused',
  'quit-without-reply',
  'quit-stays-open',
  'one-client-at-a-time',
  'starttls-argument-accepted',
  'starttls-again',
  'starttls-greets-again',
  'starttls-offered-under-tls',
  'transaction-kept-over-tls',
  'starttls-injection',
  'starttls-late-injection',
  'starttls-half-a-line',
  'greeting-of-stars',
  'hello-is-polite',
  'keyword-behind-two-spaces',
  'keyword-made-up',
  'size-in-words',
  'text-in-latin-1',
  'codes-alone',
  'colon-behind-code',
  'enhanced-code-of-two-numbers',
  'noop-answered-twice',
  'quit-answered-twice',
];

const shared = LIKE_SMTP.map((name) => {
  const made = smtpDefects.find((one) => one.name === `smtp-${name}`)!;
  return defect(name, made.mistake, made.reference, made.seams);
});

export const lmtpDefects: ReadonlyArray<Defect<SmtpSeams>> = [...own, ...shared];

/** Per session, how many recipients its messages had. */
const answered = new WeakMap<Session, number>();
