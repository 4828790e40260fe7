import { hasUtf8Header } from '../../utf8-header';
import { ImapClient } from '../client/imap-client';
import { type Endpoint, using } from '../client/reach';
import type { Putter } from './sender';

/** Puts by APPEND: the one way that changes no octet. */
export function imapAppend(endpoint: Endpoint): Putter {
  return {
    atOnce: true,
    put: (account, message) =>
      using(ImapClient.login(endpoint, account.login(endpoint.service.name)), async (client) => {
        const utf8 = hasUtf8Header(message) && (await client.knowsUtf8());
        if (utf8) await client.takeUtf8();
        await client.append(message, { utf8 });
        await client.logout();
      }),
  };
}
