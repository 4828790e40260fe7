/** What is kept of a message in the user's own folders: its draft while it is written, its copy when it is sent. */

import type { ImapFlow } from 'imapflow';
import { folderFor } from '../mail/folders';
import { fetchMessage } from '../mail/message';
import { type MessageId, messageId, within } from '../mail/within';
import { type Kept, referenceOf, writtenReference } from './enclosures';
import { type Letter, octetsOf } from './letter';

/** The sender's copy names those in Bcc; nobody else's does. */
export async function keepCopy(client: ImapFlow, letter: Letter): Promise<void> {
  const octets = await octetsOf(letter, { bcc: true });
  await client.append(await folderFor(client, 'sent'), octets, ['\\Seen']);
}

export interface Saved {
  /** For the form: what the next one takes the place of. */
  readonly draft: string;
  /** Its files, as the draft has them now. */
  readonly kept: readonly Kept[];
  readonly id: MessageId | undefined;
}

/** The new draft is there before the old one goes. @param former as the form names it */
export async function keepDraft(client: ImapFlow, letter: Letter, former: string): Promise<Saved> {
  const folder = await folderFor(client, 'drafts');
  const octets = await octetsOf(letter, { bcc: true });
  const done = await client.append(folder, octets, ['\\Draft', '\\Seen']);
  const id =
    done && done.uid !== undefined && done.uidValidity !== undefined
      ? { folder, validity: done.uidValidity.toString(), uid: done.uid }
      : await found(client, folder, letter.messageId);
  await discard(client, former);
  if (!id) return { draft: '', kept: [], id };
  const { contents } = await within(client, id, () => fetchMessage(client, id));
  const kept = contents.attachments.map(({ number, name, size }) => ({
    value: writtenReference({ kind: 'part', message: id, part: number }),
    name,
    size,
  }));
  return { draft: writtenReference({ kind: 'message', message: id }), kept, id };
}

/** Where the server does not say which UID it gave (RFC 4315). */
async function found(client: ImapFlow, folder: string, id: string): Promise<MessageId | undefined> {
  return await within(client, { folder }, async () => {
    const uids = (await client.search({ header: { 'Message-ID': id } }, { uid: true })) || [];
    const uid = uids.at(-1);
    if (uid === undefined || !client.mailbox) return undefined;
    return { folder, validity: client.mailbox.uidValidity.toString(), uid };
  });
}

/** A draft goes for good; only one in Drafts, whatever the form says. */
export async function discard(client: ImapFlow, draft: string): Promise<void> {
  const reference = referenceOf(draft);
  if (reference?.kind !== 'message') return;
  const { message } = reference;
  if (message.folder !== (await folderFor(client, 'drafts'))) return;
  await within(client, message, () => client.messageDelete(String(message.uid), { uid: true })).catch(() => {});
}

const ORIGINS = { reply: '\\Answered', forward: '$Forwarded' } as const;

/** The message that was answered or passed on is marked so, where it is still there. */
export async function markOrigin(client: ImapFlow, origin: string): Promise<void> {
  const [, kind, validity, uid, folder] = /^(reply|forward):(\d+):(\d+)::(.+)$/su.exec(origin) ?? [];
  const id = messageId({ folder, validity, uid });
  if (!id) return;
  const flag = ORIGINS[kind as keyof typeof ORIGINS];
  await within(client, id, () => client.messageFlagsAdd(String(id.uid), [flag], { uid: true })).catch(() => {});
}
