/** Mistakes with the order of commands and with what ends a transaction (RFC 5321 §3.3, §4.1.4). */

import type { Recipient } from '../../reference-server/delivery/mail';
import { reply } from '../../reference-server/delivery/reply';
import { receive } from '../../reference-server/smtp/commands/data';
import { ContentScanner } from '../../reference-server/smtp/content/scanner';
import { newTransaction } from '../../reference-server/smtp/transaction';
import { after, COMMON, defect, keepingTransaction, on, type SmtpDefect } from './tools';

const NOBODY = { local: '', domain: '', text: '' };
const OK = reply(250, '2.0.0', 'OK');

export const order: readonly SmtpDefect[] = [
  defect(
    'nested-mail-accepted',
    'A second MAIL inside a transaction is accepted and starts a new one.',
    'https://github.com/axllent/mailpit/issues/623',
    on('MAIL', (session, _, next) => {
      session.reset();
      return next();
    }),
  ),
  defect(
    'nested-mail-replaces-sender',
    'A second MAIL is accepted and replaces the sender; the recipients stay.',
    'https://github.com/bruceg/nullmailer/issues/99',
    on('MAIL', async (session, _, next) => {
      const recipients = session.transaction?.recipients ?? [];
      session.reset();
      const answer = await next();
      session.transaction?.recipients.push(...recipients);
      return answer;
    }),
  ),
  defect(
    'rset-ignored',
    'RSET is answered 250 and the transaction goes on.',
    COMMON,
    on('RSET', () => OK),
  ),
  defect(
    'rset-forgets-hello',
    'RSET forgets EHLO too, so that the next MAIL is out of order.',
    'https://github.com/mailhog/smtp/issues/6',
    on('RSET', (session, _, next) => {
      session.hello = undefined;
      return next();
    }),
  ),
  defect(
    'rset-before-hello-refused',
    'RSET before EHLO is answered 503.',
    'https://github.com/OpenSMTPD/OpenSMTPD/issues/1149',
    on('RSET', (session, _, next) => (session.hello ? next() : reply(503, '5.5.1', 'Say EHLO first'))),
  ),
  defect(
    'ehlo-keeps-transaction',
    'EHLO or HELO in the middle of a transaction does not end it.',
    'https://github.com/alexbiehl/postie/pull/7',
    keepingTransaction('EHLO HELO'),
  ),
  defect(
    'second-ehlo-refused',
    'EHLO and HELO are out of order in a session that is open.',
    'https://github.com/patsanch/email_veracity_checker/pull/2',
    on('EHLO HELO', (session, _, next) => (session.hello ? reply(503, '5.5.1', 'You said that already') : next())),
  ),
  defect(
    'hello-not-needed',
    'MAIL is accepted before EHLO.',
    'https://github.com/axllent/mailpit/issues/621',
    on('MAIL', (session, _, next) => {
      session.hello ??= { verb: 'HELO', name: 'unknown' };
      return next();
    }),
  ),
  defect(
    'rcpt-before-mail-accepted',
    'RCPT without MAIL is accepted and opens a transaction without a sender.',
    COMMON,
    on('RCPT', (session, _, next) => {
      session.transaction ??= newTransaction(NOBODY);
      return next();
    }),
  ),
  defect(
    'data-without-recipients-accepted',
    'DATA without a recipient is answered 354, and the message 250 and thrown away.',
    COMMON,
    on('DATA', async (session, _, next) => {
      if (session.transaction?.recipients.length) return next();
      session.send(reply(354, undefined, 'Go ahead'));
      await receive(session, new ContentScanner(0));
      session.reset();
      return OK;
    }),
  ),
  defect(
    'recipients-carried-over',
    'The recipients of one message get the next message of the session as well.',
    'https://github.com/swiftmailer/swiftmailer/issues/406',
    on('END', (session, _, next) => {
      const all = [...(carried.get(session) ?? []), ...session.transaction!.recipients];
      session.transaction!.recipients = all;
      carried.set(session, all);
      return next();
    }),
  ),
  defect(
    'transaction-survives-data',
    'The end of the data does not end the transaction: the next MAIL is refused with 503.',
    'https://github.com/eventmachine/eventmachine/issues/7',
    keepingTransaction('DATA BDAT'),
  ),
  defect(
    'refused-rcpt-ends-transaction',
    'A recipient that is refused ends the whole transaction.',
    COMMON,
    on('RCPT', async (session, _, next) => {
      const before = session.transaction?.recipients.length;
      const answer = await next();
      if (session.transaction?.recipients.length === before) session.reset();
      return answer;
    }),
  ),
  defect(
    'refused-data-ends-transaction',
    'DATA that is refused for want of a recipient ends the transaction.',
    COMMON,
    after('DATA', (session) => session.reset()),
  ),
  defect(
    'noop-ends-transaction',
    'NOOP ends the transaction as RSET would.',
    COMMON,
    after('NOOP', (session) => session.reset()),
  ),
  defect(
    'vrfy-ends-transaction',
    'VRFY ends the transaction: the buffer of the envelope is used for the query.',
    COMMON,
    after('VRFY', (session) => session.reset()),
  ),
  defect('unknown-command-ends-transaction', 'A command that is not known ends the transaction.', COMMON, {
    out(answer, session) {
      if (answer.code === 500) session.reset();
      return answer;
    },
  }),
  defect(
    'unknown-parameter-hangs-up',
    'A parameter that is not known closes the connection.',
    COMMON,
    on('MAIL RCPT', async (session, _, next) => {
      const answer = await next();
      if (answer?.code === 555) session.end();
      return answer;
    }),
  ),
  defect(
    'unknown-command-hangs-up',
    'A single command that is not known closes the connection.',
    'https://github.com/nodemailer/smtp-server/pull/52',
    {
      out(answer, session) {
        if (answer.code === 500) session.end();
        return answer;
      },
    },
  ),
];

/** Per session, what it must not remember. */
const carried = new WeakMap<object, readonly Recipient[]>();
