/** News of what changed in the store, told after the commit, in order. */

import type { AccountId, Actor, MailboxId, Message } from './types';

export type MessageChange =
  | { kind: 'appended'; messages: readonly Message[] }
  /** UIDs ascending; `modseq` is the expunges' own (RFC 7162 §3.2.7). */
  | { kind: 'expunged'; uids: readonly number[]; modseq: number }
  | { kind: 'flags'; messages: readonly Message[] };

export type MailboxChange =
  | { kind: 'created'; name: string }
  | { kind: 'deleted'; name: string }
  | { kind: 'renamed'; from: string; name: string }
  | { kind: 'subscribed' | 'unsubscribed'; name: string };

export type Change = (MessageChange | MailboxChange) & {
  account: AccountId;
  /** 0 for a subscription to a name that does not exist. */
  mailbox: MailboxId;
  /** Who did it, where that is known. */
  by: Actor | undefined;
};

export type Listener = (change: Change) => void;

/** Whom to tell of what. */
export class Changes {
  private readonly byMailbox = new Map<MailboxId, Set<Listener>>();
  private readonly byAccount = new Map<AccountId, Set<Listener>>();

  /** Calls back for every change of this mailbox; returns what ends it. */
  watch(mailbox: MailboxId, listener: Listener): () => void {
    return add(this.byMailbox, mailbox, listener);
  }

  /** Calls back for every change of this account's mailboxes and subscriptions; returns what ends it. */
  watchAccount(account: AccountId, listener: Listener): () => void {
    return add(this.byAccount, account, listener);
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
