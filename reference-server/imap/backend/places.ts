/** Where a name leads: to a mailbox of one's own, of another user, or of nobody (RFC 2342, RFC 9051 §5.1.2.1). */

import { type Account, type AccountId, type Mailbox, SEPARATOR, type Store } from '../../store/types';

/** The prefixes of the namespaces of other users and of what is shared. */
export const USERS = `#users${SEPARATOR}`;
export const SHARED = `#shared${SEPARATOR}`;

/** The account that holds the mailboxes of nobody. */
export const HOLDER = '#shared';

/** A mailbox that there is or could be: whose it is, and what it is called there. */
export interface Place {
  account: AccountId;
  name: string;
}

/** Whether a name is in the namespaces of others; so are the prefixes themselves. */
export function isForeign(name: string): boolean {
  const whole = name + SEPARATOR;
  return whole.startsWith(USERS) || whole.startsWith(SHARED);
}

/** Undefined for a name that leads nowhere: a user that there is not, a mere prefix. One's own mailboxes have one name, their own. */
export function placeOf(store: Store, owner: Account, name: string): Place | undefined {
  if (!isForeign(name)) return { account: owner.id, name };
  const path = name.split(SEPARATOR);
  const holder = path[0] === HOLDER ? HOLDER : (path[1] ?? '');
  const own = path.slice(holder === HOLDER ? 1 : 2).join(SEPARATOR);
  const account = holder === HOLDER || holder.includes('@') ? store.accounts.find(holder) : undefined;
  return account && account.id !== owner.id && own !== '' ? { account: account.id, name: own } : undefined;
}

/** The mailbox as the owner of that account sees it: under its name there, and with a special use only where it is his. */
export function seenBy(store: Store, owner: Account, mailbox: Mailbox): Mailbox {
  if (mailbox.account === owner.id) return mailbox;
  const { address } = store.accounts.get(mailbox.account)!;
  const prefix = address === HOLDER ? SHARED : `${USERS}${address}${SEPARATOR}`;
  return { ...mailbox, name: prefix + mailbox.name, specialUse: '' };
}
