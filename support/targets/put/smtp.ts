import { randomBytes } from 'node:crypto';
import { withOwnId } from '../../message-id';
import { type Endpoint, using } from '../client/reach';
import { SmtpClient } from '../client/smtp-client';
import type { Login } from '../target';
import type { Putter, Sender } from './sender';

/**
 * Sends by SMTP.
 * @param login for a submission service, which takes mail from its users only (RFC 6409 §4.3)
 */
export function smtpSender(endpoint: Endpoint, login?: Login): Sender {
  return {
    send: (envelope, message, content) =>
      using(
        SmtpClient.open(endpoint, login ? {} : { upgrade: endpoint.service.tls === 'required' }),
        async (client) => {
          if (login && client.capabilities.has('AUTH')) await client.login(login);
          await client.send(envelope, message, content);
          await client.quit();
        },
      ),
  };
}

/** Puts a message into an inbox by sending it there, with a Message-ID of its own: it is no duplicate of an earlier one. */
export function bySending(sender: Sender, from: string, atOnce: boolean): Putter {
  return {
    atOnce,
    put: (account, message) =>
      sender.send({ from, to: [account.address] }, withOwnId(message, randomBytes(6).toString('hex'))),
  };
}
