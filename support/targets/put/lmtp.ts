import { type Endpoint, using } from '../client/reach';
import { SmtpClient } from '../client/smtp-client';
import type { Sender } from './sender';

/** Sends by LMTP, whose 250 means that the message is in the mailbox (RFC 2033 §4.2). */
export function lmtpSender(endpoint: Endpoint): Sender {
  return {
    send: (envelope, message, content) =>
      using(SmtpClient.open(endpoint), async (client) => {
        await client.send(envelope, message, content);
        await client.quit();
      }),
  };
}
