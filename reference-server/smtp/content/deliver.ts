/** Final delivery: puts one message into the inboxes of its recipients, all within one transaction of the store. */

import type { ServerContext } from '../../context';
import type { Account, BlobId } from '../../store/types';

export type Delivered = 'stored' | 'full';

/**
 * Stores the message once and refers to it from each inbox; resolves when it is on disk. An account without room for it is left out;
 * with `allOrNone`, when one has no room nobody gets it.
 */
export function deliver(
  context: ServerContext,
  accounts: readonly Account[],
  message: Buffer,
  allOrNone: boolean,
): Promise<Delivered[]> {
  const { store } = context;
  return store.grouped(() => {
    const verdicts = accounts.map((account) => (hasRoom(context, account, message.length) ? 'stored' : 'full'));
    if (allOrNone && verdicts.includes('full')) return verdicts;
    let content: Buffer | BlobId = message;
    accounts.forEach((account, i) => {
      if (verdicts[i] === 'full') return;
      const [stored] = store.messages.append(store.mailboxes.inboxId(account.id), [{ content }]);
      content = stored!.blob;
    });
    return verdicts;
  });
}

/** Whether so many octets more are within the account's quota. */
export function hasRoom({ store }: ServerContext, account: Account, octets: number): boolean {
  return account.quota === Number.POSITIVE_INFINITY || store.accounts.usage(account.id).size + octets <= account.quota;
}
