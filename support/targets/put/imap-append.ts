import { ImapClient } from '../client/imap-client';
import { type Endpoint, using } from '../client/reach';
import type { Putter } from './sender';

/** Puts by APPEND: the one way that changes no octet. */
export function imapAppend(endpoint: Endpoint): Putter {
  return {
    atOnce: true,
    put: (account, message) =>
      using(ImapClient.login(endpoint, account.login(endpoint.service.name)), async (client) => {
        await client.append(message);
        await client.logout();
      }),
  };
}
