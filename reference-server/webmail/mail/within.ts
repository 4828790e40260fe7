/** Working in one folder, and finding one message of it again. */

import type { ImapFlow } from 'imapflow';
import { MailError } from './error';

/** A message: RFC 9051 §2.3.1.1 makes the three together its name for ever. It is looked up by the user's own login only. */
export interface MessageId {
  readonly folder: string;
  readonly validity: string;
  readonly uid: number;
}

/** @param validity what the folder had when its messages were named; undefined where none are. @throws MailError `gone` */
export async function within<T>(
  client: ImapFlow,
  { folder, validity }: { folder: string; validity?: string | undefined },
  work: () => Promise<T>,
): Promise<T> {
  const lock = await open(client, folder);
  try {
    if (validity !== undefined && validityOf(client) !== validity) throw new MailError('gone');
    return await work();
  } finally {
    lock.release();
  }
}

async function open(client: ImapFlow, folder: string) {
  try {
    return await client.getMailboxLock(folder);
  } catch (error) {
    if (!client.usable) throw error;
    throw new MailError('gone', `no folder ${folder}`, { cause: error });
  }
}

export function validityOf(client: ImapFlow): string {
  return client.mailbox ? client.mailbox.uidValidity.toString() : '';
}

/** A link's, or a form's, words for a message. Undefined where they are none. */
export function messageId(words: { folder?: string; validity?: string; uid?: string }): MessageId | undefined {
  const { folder, validity, uid } = words;
  if (!folder || !validity || !uid || !/^\d{1,10}$/.test(validity) || !/^\d{1,10}$/.test(uid)) return undefined;
  const number = Number(uid);
  return number > 0 && number < 2 ** 32 ? { folder, validity, uid: number } : undefined;
}
