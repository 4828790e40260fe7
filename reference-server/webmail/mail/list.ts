/** The messages of a folder, a page at a time, newest first. */

import type { FetchMessageObject, ImapFlow } from 'imapflow';
import { type Address, addressesOf } from './addresses';
import { hasAttachments } from './structure';
import { validityOf, within } from './within';

export interface Row {
  readonly uid: number;
  readonly subject: string;
  readonly from: readonly Address[];
  readonly to: readonly Address[];
  readonly date: Date;
  readonly seen: boolean;
  readonly flagged: boolean;
  readonly answered: boolean;
  readonly draft: boolean;
  readonly attachments: boolean;
  readonly size: number;
}

export interface Page {
  readonly folder: string;
  readonly validity: string;
  readonly total: number;
  readonly page: number;
  readonly pages: number;
  readonly rows: readonly Row[];
}

export const PAGE_SIZE = 50;

const WANTED = { uid: true, flags: true, envelope: true, internalDate: true, size: true, bodyStructure: true } as const;

/** @param page from 1; one that is not there gives the last */
export async function listPage(client: ImapFlow, folder: string, page: number): Promise<Page> {
  return await within(client, { folder }, async () => {
    const total = client.mailbox ? client.mailbox.exists : 0;
    const at = place(total, page);
    const last = total - (at.page - 1) * PAGE_SIZE;
    const first = Math.max(1, last - PAGE_SIZE + 1);
    const found = total === 0 ? [] : await client.fetchAll(`${first}:${last}`, WANTED);
    return { ...at, folder, validity: validityOf(client), total, rows: found.map(rowOf).reverse() };
  });
}

/** The rows of some messages, in the order given. Inside a folder. */
export async function rowsOf(client: ImapFlow, uids: readonly number[]): Promise<Row[]> {
  if (uids.length === 0) return [];
  const found = await client.fetchAll([...uids], WANTED, { uid: true });
  const rows = new Map(found.map((message) => [message.uid, rowOf(message)]));
  return uids.flatMap((uid) => rows.get(uid) ?? []);
}

/** @param size of a page; @returns the page asked for, or the last, or the first */
export function place(total: number, page: number, size = PAGE_SIZE): { page: number; pages: number } {
  const pages = Math.max(1, Math.ceil(total / size));
  return { page: Math.min(Math.max(1, page), pages), pages };
}

export function rowOf(message: FetchMessageObject): Row {
  const { uid, envelope, flags, internalDate, size, bodyStructure } = message;
  return {
    uid,
    subject: envelope?.subject ?? '',
    from: addressesOf(envelope?.from),
    to: addressesOf(envelope?.to),
    date: new Date(internalDate ?? envelope?.date ?? 0),
    seen: flags?.has('\\Seen') ?? false,
    flagged: flags?.has('\\Flagged') ?? false,
    answered: flags?.has('\\Answered') ?? false,
    draft: flags?.has('\\Draft') ?? false,
    attachments: bodyStructure !== undefined && hasAttachments(bodyStructure),
    size: size ?? 0,
  };
}
