import { ImapClient } from '../client/imap-client';
import { type Endpoint, using } from '../client/reach';
import type { InboxReader } from './inbox-reader';

/** Reads INBOX by EXAMINE and FETCH, empties it by EXPUNGE. */
export function imapInbox(endpoint: Endpoint): InboxReader {
  const { name } = endpoint.service;
  return {
    read: (account) =>
      using(ImapClient.login(endpoint, account.login(name)), async (client) => {
        const messages = await client.messages();
        await client.logout();
        return messages;
      }),
    empty: (account) =>
      using(ImapClient.login(endpoint, account.login(name)), async (client) => {
        await client.deleteAll();
        await client.logout();
      }),
  };
}
