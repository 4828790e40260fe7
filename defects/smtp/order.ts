/** Mistakes with the order of commands and with what ends a transaction (RFC 5321 §3.3, §4.1.4). */

import { receive } from '../../reference-server/smtp/commands/data';
import { StrictScanner } from '../../reference-server/smtp/content/scanner';
import { reply } from '../../reference-server/smtp/reply';
import { newTransaction, type Recipient } from '../../reference-server/smtp/transaction';
import { COMMON, defect, inTransaction, on, type SmtpDefect } from './tools';

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
      await next();
      session.transaction?.recipients.push(...recipients);
    }),
  ),
  defect(
    'rset-ignored',
    'RSET is answered 250 and the transaction goes on.',
    COMMON,
    on('RSET', (session) => session.send(OK)),
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
    on('RSET', (session, _, next) => (session.hello ? next() : session.send(reply(503, '5.5.1', 'Say EHLO first')))),
  ),
  defect(
    'ehlo-keeps-transaction',
    'EHLO or HELO in the middle of a transaction does not end it.',
    'https://github.com/alexbiehl/postie/pull/7',
    on('EHLO HELO', async (session, _, next) => {
      const { transaction } = session;
      await next();
      session.transaction = transaction;
    }),
  ),
  defect(
    'rcpt-before-mail-accepted',
    'RCPT without MAIL is accepted and opens a transaction without a sender.',
    COMMON,
    on('RCPT', (session, _, next) => {
      if (!inTransaction(session)) session.transaction = newTransaction(NOBODY);
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
      await receive(session, new StrictScanner(0));
      session.send(OK);
      session.reset();
    }),
  ),
  defect(
    'recipients-carried-over',
    'The recipients of one message get the next message of the session as well.',
    'https://github.com/swiftmailer/swiftmailer/issues/406',
    {
      rules: {
        deliveredTo: ({ recipients }, _, session) => {
          const all = [...(carried.get(session) ?? []), ...recipients];
          carried.set(session, all);
          return [...new Map(all.map((recipient) => [recipient.account.id, recipient])).values()];
        },
      },
    },
  ),
  defect(
    'transaction-survives-data',
    'The end of the data does not end the transaction: the next MAIL is refused with 503.',
    'https://github.com/eventmachine/eventmachine/issues/7',
    { rules: { endClosesTransaction: false } },
  ),
  defect(
    'refused-rcpt-ends-transaction',
    'A recipient that is refused ends the whole transaction.',
    COMMON,
    on('RCPT', async (session, _, next) => {
      const before = session.transaction?.recipients.length;
      await next();
      if (session.transaction?.recipients.length === before) session.reset();
    }),
  ),
  defect(
    'refused-data-ends-transaction',
    'DATA that is refused for want of a recipient ends the transaction.',
    COMMON,
    on('DATA', async (session, _, next) => {
      await next();
      session.reset();
    }),
  ),
  defect(
    'noop-ends-transaction',
    'NOOP ends the transaction as RSET would.',
    COMMON,
    on('NOOP', async (session, _, next) => {
      await next();
      session.reset();
    }),
  ),
  defect(
    'vrfy-ends-transaction',
    'VRFY ends the transaction: the buffer of the envelope is used for the query.',
    COMMON,
    on('VRFY', async (session, _, next) => {
      await next();
      session.reset();
    }),
  ),
  defect('unknown-command-ends-transaction', 'A command that is not known ends the transaction.', COMMON, {
    reply(session, answer) {
      if (answer.code === 500) session.reset();
      return answer;
    },
  }),
  defect(
    'unknown-command-hangs-up',
    'A single command that is not known closes the connection.',
    'https://github.com/nodemailer/smtp-server/pull/52',
    {
      reply(session, answer) {
        if (answer.code === 500) session.end();
        return answer;
      },
    },
  ),
];

/** Per session, what it must not remember. */
const carried = new WeakMap<object, readonly Recipient[]>();
