import { Pop3Client } from '../client/pop3-client';
import { type Endpoint, using } from '../client/reach';
import type { InboxReader } from './inbox-reader';

/** Reads by RETR and empties by DELE. */
export function pop3Inbox(endpoint: Endpoint): InboxReader {
  const { name } = endpoint.service;
  return {
    read: (account) =>
      using(Pop3Client.login(endpoint, account.login(name)), async (client) => {
        const messages = await client.messages();
        await client.quit();
        return messages;
      }),
    empty: (account) => using(Pop3Client.login(endpoint, account.login(name)), (client) => client.deleteAll()),
  };
}
