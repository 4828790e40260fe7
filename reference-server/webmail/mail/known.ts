/** To whom the user has written: asked of the sent mail, kept nowhere. */

import type { ImapFlow } from 'imapflow';
import { type Address, addressesOf } from './addresses';
import { folderFor } from './folders';
import { within } from './within';

/** Messages of the sent mail that are looked at, from the newest. */
const MOST = 500;

/** Each address once, with the name that it was given last; the one written to last comes first. */
export async function writtenTo(client: ImapFlow): Promise<Address[]> {
  const folder = await folderFor(client, 'sent');
  return await within(client, { folder }, async () => {
    const total = client.mailbox ? client.mailbox.exists : 0;
    if (total === 0) return [];
    const found = await client.fetchAll(`${Math.max(1, total - MOST + 1)}:${total}`, { envelope: true });
    const all = found
      .reverse()
      .flatMap(({ envelope }) => [envelope?.to, envelope?.cc, envelope?.bcc].flatMap(addressesOf));
    const once = new Map<string, Address>();
    for (const one of all) {
      const key = one.address.toLowerCase();
      const before = once.get(key);
      if (!before || (before.name === '' && one.name !== '')) once.set(key, one);
    }
    return [...once.values()];
  });
}
