/** A user's folders, with what waits in them. */

import type { ImapFlow, ListResponse } from 'imapflow';
import { MailError } from './error';

/** What a folder is for (RFC 6154), or by its name where the server does not say. */
export type Use = 'inbox' | 'drafts' | 'sent' | 'archive' | 'junk' | 'trash';

export interface Folder {
  readonly path: string;
  /** Without what stands above it. */
  readonly name: string;
  readonly depth: number;
  readonly delimiter: string;
  readonly use: Use | undefined;
  readonly unread: number;
  readonly messages: number;
  /** Whether it can be opened. */
  readonly holds: boolean;
}

const USES: Readonly<Record<string, Use>> = {
  '\\Inbox': 'inbox',
  '\\Drafts': 'drafts',
  '\\Sent': 'sent',
  '\\Archive': 'archive',
  '\\Junk': 'junk',
  '\\Trash': 'trash',
};
const ORDER: readonly (Use | undefined)[] = ['inbox', 'drafts', 'sent', 'archive', 'junk', 'trash', undefined];

export async function listFolders(client: ImapFlow): Promise<Folder[]> {
  const listed = await client.list({ statusQuery: { messages: true, unseen: true } });
  return sorted(listed.map(folderOf));
}

function folderOf({ path, name, parent, delimiter, specialUse, flags, status }: ListResponse): Folder {
  const use = path.toUpperCase() === 'INBOX' ? 'inbox' : USES[specialUse ?? ''];
  return {
    path,
    name,
    depth: parent.length,
    delimiter,
    use,
    unread: status?.unseen ?? 0,
    messages: status?.messages ?? 0,
    holds: !flags.has('\\Noselect') && !flags.has('\\NonExistent'),
  };
}

/** Those with a use first; the others as a tree, by the alphabet. */
function sorted(folders: Folder[]): Folder[] {
  const rank = ({ use, depth }: Folder) => (depth === 0 || use ? ORDER.indexOf(use) : ORDER.length - 1);
  return folders.sort((a, b) => rank(a) - rank(b) || a.path.localeCompare(b.path, undefined, { numeric: true }));
}

const NAMES: Readonly<Record<Exclude<Use, 'inbox'>, string>> = {
  drafts: 'Drafts',
  sent: 'Sent',
  archive: 'Archive',
  junk: 'Junk',
  trash: 'Trash',
};

/** The folder for this use; made where there is none. */
export async function folderFor(client: ImapFlow, use: Exclude<Use, 'inbox'>): Promise<string> {
  const found = (await client.list()).map(folderOf).find((folder) => folder.use === use);
  return found?.path ?? (await client.mailboxCreate(NAMES[use])).path;
}

export async function createFolder(client: ImapFlow, path: string): Promise<string> {
  const made = await client.mailboxCreate(path);
  if (!made.created) throw new MailError('refused', `there is a folder ${path}`);
  await client.mailboxSubscribe(made.path);
  return made.path;
}

export async function renameFolder(client: ImapFlow, from: string, to: string): Promise<string> {
  await leave(client, from);
  return (await client.mailboxRename(from, to)).newPath;
}

export async function removeFolder(client: ImapFlow, path: string): Promise<void> {
  await leave(client, path);
  await client.mailboxDelete(path);
}

/** Some servers do not rename or remove what is selected. */
async function leave(client: ImapFlow, path: string): Promise<void> {
  if (client.mailbox && client.mailbox.path === path) await client.mailboxClose();
}
