/** One message, as far as a page shows it: its parts are fetched one by one, so a large one costs no more than its text. */

import { buffer } from 'node:stream/consumers';
import type { FetchMessageObject, ImapFlow, MessageStructureObject } from 'imapflow';
import { type Address, addressesOf } from './addresses';
import { MailError } from './error';
import { type Contents, contentsOf, type Part, partNumbered } from './structure';
import { type MessageId, within } from './within';

export interface Message {
  readonly id: MessageId;
  readonly subject: string;
  readonly from: readonly Address[];
  readonly replyTo: readonly Address[];
  readonly to: readonly Address[];
  readonly cc: readonly Address[];
  readonly bcc: readonly Address[];
  /** As its author wrote it; when it came, where they wrote none. */
  readonly date: Date;
  readonly messageId: string;
  readonly inReplyTo: string;
  readonly references: readonly string[];
  readonly flags: ReadonlySet<string>;
  readonly size: number;
  readonly contents: Contents;
  readonly structure: MessageStructureObject;
}

const WANTED = {
  uid: true,
  flags: true,
  envelope: true,
  internalDate: true,
  size: true,
  bodyStructure: true,
  headers: ['References'],
};

/** Inside its folder. @throws MailError `gone` */
export async function fetchMessage(client: ImapFlow, id: MessageId): Promise<Message> {
  const found = await client.fetchOne(String(id.uid), WANTED, { uid: true });
  if (!found || found.bodyStructure === undefined) throw new MailError('gone');
  return messageOf(found, id, found.bodyStructure);
}

function messageOf(found: FetchMessageObject, id: MessageId, structure: MessageStructureObject): Message {
  const { envelope = {} } = found;
  const from = addressesOf(envelope.from);
  const replyTo = addressesOf(envelope.replyTo);
  return {
    id,
    subject: envelope.subject ?? '',
    from,
    replyTo: replyTo.length > 0 ? replyTo : from,
    to: addressesOf(envelope.to),
    cc: addressesOf(envelope.cc),
    bcc: addressesOf(envelope.bcc),
    date: new Date(envelope.date ?? found.internalDate ?? 0),
    messageId: envelope.messageId ?? '',
    inReplyTo: envelope.inReplyTo ?? '',
    references: found.headers?.toString('latin1').match(/<[^<>\s]+>/g) ?? [],
    flags: found.flags ?? new Set(),
    size: found.size ?? 0,
    contents: contentsOf(structure),
    structure,
  };
}

export async function readMessage(client: ImapFlow, id: MessageId): Promise<Message> {
  return await within(client, id, () => fetchMessage(client, id));
}

export interface Text {
  readonly text: string;
  /** Whether there is more than was fetched. */
  readonly cut: boolean;
}

/** A part of text, decoded, at most so many octets of it. Inside its folder. */
export async function fetchText(client: ImapFlow, id: MessageId, part: Part, most: number): Promise<Text> {
  const octets = await fetchOctets(client, id, part, most);
  return { text: octets.toString('utf8').replace(/\r\n?/g, '\n'), cut: octets.length >= most };
}

/** A part decoded. Inside its folder. @param decodeText whether text is turned into UTF-8 */
export async function fetchOctets(
  client: ImapFlow,
  id: MessageId,
  { number }: Part,
  most: number,
  decodeText = true,
): Promise<Buffer> {
  const { content } = await client.download(String(id.uid), number, { uid: true, maxBytes: most, decodeText });
  if (!content) throw new MailError('gone');
  return (await buffer(content)).subarray(0, most);
}

/** The octets as they are stored. Inside its folder. */
export async function fetchSource(client: ImapFlow, id: MessageId, most: number): Promise<Buffer> {
  const found = await client.fetchOne(String(id.uid), { source: { maxLength: most } }, { uid: true });
  if (!found || found.source === undefined) throw new MailError('gone');
  return found.source;
}

/** What a whole message is called as a file. */
export function fileNameOf(subject: string): string {
  return `${subject.slice(0, 60) || 'message'}.eml`;
}

/** @throws MailError `gone` where the message has no such part */
export function partOfMessage({ structure }: Message, number: string): Part {
  const part = partNumbered(structure, number);
  if (!part) throw new MailError('gone');
  return part;
}
