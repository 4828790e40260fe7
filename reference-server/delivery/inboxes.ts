/** Final delivery: puts one message into the inboxes of its recipients. */

import type { Account, BlobId, Store } from '../store/types';

export type Fate = 'stored' | 'full';

/**
 * Within the store's present transaction, stores the message once and refers to it from each inbox. An account without room for it is
 * left out.
 */
export function intoInboxes(store: Store, accounts: readonly Account[], message: Buffer): Fate[] {
  let content: Buffer | BlobId = message;
  return accounts.map((account) => {
    if (!hasRoom(store, account, message.length)) return 'full';
    const [stored] = store.messages.append(store.mailboxes.inboxId(account.id), [{ content }]);
    content = stored!.blob;
    return 'stored';
  });
}

/** Whether so many octets more are within the account's quota. */
export function hasRoom(store: Store, account: Account, octets: number): boolean {
  return account.quota === Number.POSITIVE_INFINITY || store.accounts.usage(account.id).size + octets <= account.quota;
}
