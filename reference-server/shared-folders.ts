/** Mailboxes that belong to nobody, below `#shared/` (RFC 2342): what they are at the start. */

import { HOLDER } from './imap/backend/places';
import { expanded } from './imap/backend/rights';
import type { Store } from './store/types';

/** By name, who has which rights there: an address or `anyone`, and letters of RFC 4314 §2.1. */
export type SharedFolders = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** One in which everybody reads, writes and makes others below it, and that nobody can delete or give away. */
export const BOARD: SharedFolders = { Board: { anyone: 'lrswipkte' } };

/** Makes those that are missing; one that is there keeps its list as its administrators have made it. */
export function ensureShared({ accounts, mailboxes, rights, transaction }: Store, folders: SharedFolders): void {
  const holder = accounts.find(HOLDER);
  const missing = Object.entries(folders).filter(([name]) => !holder || !mailboxes.find(holder.id, name));
  if (missing.length === 0) return;
  transaction(() => {
    const { id: account } = accounts.holder(HOLDER);
    for (const [name, list] of missing) {
      const { id } = mailboxes.create(account, name);
      for (const [identifier, letters] of Object.entries(list))
        rights.set(id, identifier.toLowerCase(), expanded(letters));
    }
  });
}
