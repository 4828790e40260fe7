/** What hangs on to a message that is being written: files that were brought, parts of other messages, whole messages. In the form each is one word. */

import type { ImapFlow } from 'imapflow';
import { fetchMessage, fetchOctets, fetchSource, partOfMessage } from '../mail/message';
import { type MessageId, messageId, within } from '../mail/within';
import type { Enclosure } from './letter';
import type { Uploads } from './uploads';

export type Reference =
  | { readonly kind: 'upload'; readonly id: string }
  | { readonly kind: 'part'; readonly message: MessageId; readonly part: string }
  | { readonly kind: 'message'; readonly message: MessageId };

/** As the form has it, with the name that the page shows. */
export interface Kept {
  readonly value: string;
  readonly name: string;
  readonly size: number;
}

export function writtenReference(reference: Reference): string {
  if (reference.kind === 'upload') return `upload:${reference.id}`;
  const { validity, uid, folder } = reference.message;
  const part = reference.kind === 'part' ? reference.part : '';
  return `${reference.kind}:${validity}:${uid}:${part}:${folder}`;
}

/** Undefined for what is none. */
export function referenceOf(text: string): Reference | undefined {
  const [, id] = /^upload:([0-9a-f-]{36})$/.exec(text) ?? [];
  if (id !== undefined) return { kind: 'upload', id };
  const [, kind, validity, uid, part, folder] = /^(part|message):(\d+):(\d+):([\d.]*):(.+)$/su.exec(text) ?? [];
  const message = messageId({ folder, validity, uid });
  if (!message) return undefined;
  if (kind === 'message') return { kind, message };
  return part === undefined || part === '' ? undefined : { kind: 'part', message, part };
}

export interface Gathering {
  client: ImapFlow;
  uploads: Uploads;
  /** Octets of all together. */
  most: number;
}

/** What the words of a form stand for, in their order; what is not there any more is left out. Undefined where it is too much. */
export async function gather(words: readonly string[], gathering: Gathering): Promise<Enclosure[] | undefined> {
  const enclosures: Enclosure[] = [];
  let left = gathering.most;
  for (const word of words) {
    const reference = referenceOf(word);
    if (!reference) continue;
    const found = await one(reference, gathering, left);
    if (!found) continue;
    left -= found.size;
    if (left < 0) return undefined;
    enclosures.push(found.enclosure);
  }
  return enclosures;
}

async function one(reference: Reference, { client, uploads }: Gathering, left: number) {
  if (reference.kind === 'upload') {
    const upload = uploads.get(reference.id);
    if (!upload) return undefined;
    const { name, type, size } = upload;
    return { size, enclosure: { name, type, open: () => uploads.open(upload) } };
  }
  const { message } = reference;
  return await within(client, message, async () => {
    const found = await fetchMessage(client, message);
    const part = reference.kind === 'part' ? partOfMessage(found, reference.part) : undefined;
    const octets = part
      ? await fetchOctets(client, message, part, left + 1, false)
      : await fetchSource(client, message, left + 1);
    const name = part?.name ?? `${found.subject.slice(0, 60).replace(/[^\p{L}\p{N} -]/gu, '_') || 'message'}.eml`;
    return { size: octets.length, enclosure: { name, type: part?.type ?? 'message/rfc822', open: () => octets } };
  });
}
