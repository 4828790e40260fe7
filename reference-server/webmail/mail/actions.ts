/** What is done with messages: marks, moving, removing, and taking that back. */

import type { ImapFlow } from 'imapflow';
import { folderFor } from './folders';
import { within } from './within';

export interface Chosen {
  readonly folder: string;
  readonly validity: string;
  readonly uids: readonly number[];
}

/** Where messages went, and where they are to go back. */
export interface Undo {
  readonly from: string;
  readonly now: Chosen;
}

const MARKS = {
  seen: ['add', '\\Seen'],
  unseen: ['remove', '\\Seen'],
  flag: ['add', '\\Flagged'],
  unflag: ['remove', '\\Flagged'],
} as const;

export type Mark = keyof typeof MARKS;

export function isMark(text: string): text is Mark {
  return Object.hasOwn(MARKS, text);
}

export async function mark(client: ImapFlow, chosen: Chosen, as: Mark): Promise<void> {
  const [how, flag] = MARKS[as];
  await within(client, chosen, async () => {
    if (how === 'add') await client.messageFlagsAdd([...chosen.uids], [flag], { uid: true });
    else await client.messageFlagsRemove([...chosen.uids], [flag], { uid: true });
  });
}

/** @returns what takes it back; undefined where the server does not say where they went (RFC 4315) */
export async function move(client: ImapFlow, chosen: Chosen, to: string): Promise<Undo | undefined> {
  const moved = await within(client, chosen, () => client.messageMove([...chosen.uids], to, { uid: true }));
  if (!moved || moved.uidMap === undefined || moved.uidValidity === undefined) return undefined;
  const uids = [...moved.uidMap.values()];
  return { from: chosen.folder, now: { folder: to, validity: moved.uidValidity.toString(), uids } };
}

/** Into the trash; what is there already is gone for good. */
export async function remove(client: ImapFlow, chosen: Chosen): Promise<Undo | undefined> {
  const trash = await folderFor(client, 'trash');
  if (trash !== chosen.folder) return await move(client, chosen, trash);
  await within(client, chosen, () => client.messageDelete([...chosen.uids], { uid: true }));
  return undefined;
}

export async function undo(client: ImapFlow, { from, now }: Undo): Promise<void> {
  await within(client, now, () => client.messageMove([...now.uids], from, { uid: true }));
}
