/** IMAP: where a target's mailboxes may be made, and how they are cleared away. */
import { Blocked, NotApplicable } from '../../outcome';
import { ImapClient } from '../client/imap-client';
import { type Endpoint, using } from '../client/reach';
import type { Account } from '../target';

export interface Namespace {
  prefix: string;
  /** '' where names have no levels. */
  delimiter: string;
}

export class Mailboxes {
  private known: Namespace | undefined;

  constructor(private readonly endpoint: Endpoint | undefined) {}

  /** Asked once. */
  async namespace(account: Account): Promise<Namespace> {
    this.known ??= await this.work(account, (client) => client.namespace());
    return this.known;
  }

  /** Removes the mailboxes whose names begin so, the deepest first, each tried once; one that cannot be removed stays. */
  async remove(account: Account, beginning: string): Promise<void> {
    await this.work(account, async (client) => {
      const names = await client.list(Buffer.from(beginning, 'utf8').toString('latin1'));
      for (const name of names.sort((a, b) => b.length - a.length)) {
        await client.remove(name).catch((error: unknown) => {
          if (!(error instanceof Blocked)) throw error;
        });
      }
    });
  }

  private async work<T>(account: Account, action: (client: ImapClient) => Promise<T>): Promise<T> {
    const { endpoint } = this;
    if (!endpoint) throw new NotApplicable('no-service', 'needs the service imap');
    return await using(ImapClient.login(endpoint, account.login(endpoint.service.name)), async (client) => {
      const result = await action(client);
      await client.logout();
      return result;
    });
  }
}
