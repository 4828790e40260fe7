/** Tells whoever watches what changed in the store. */

import type { AccountId, BlobId, Change, Changes, Listener, MailboxId } from './types';

export class ChangeTeller implements Changes {
  private readonly byMailbox = new Map<MailboxId, Set<Listener>>();
  private readonly byAccount = new Map<AccountId, Set<Listener>>();
  private readonly ofContents: Array<(gone: BlobId) => void> = [];

  watch(mailbox: MailboxId, listener: Listener): () => void {
    return add(this.byMailbox, mailbox, listener);
  }

  watchAccount(account: AccountId, listener: Listener): () => void {
    return add(this.byAccount, account, listener);
  }

  watchContents(listener: (gone: BlobId) => void): void {
    this.ofContents.push(listener);
  }

  /** For the store: no message has this content any more. */
  tellContentGone(blob: BlobId): void {
    for (const listener of this.ofContents) listener(blob);
  }

  /** For the store: a change was committed. */
  tell(change: Change): void {
    for (const listener of [...(this.byMailbox.get(change.mailbox) ?? [])]) listener(change);
    for (const listener of [...(this.byAccount.get(change.account) ?? [])]) listener(change);
  }
}

function add(listeners: Map<number, Set<Listener>>, key: number, listener: Listener): () => void {
  const set = listeners.get(key) ?? new Set();
  listeners.set(key, set);
  set.add(listener);
  return () => {
    set.delete(listener);
    if (set.size === 0 && listeners.get(key) === set) listeners.delete(key);
  };
}
