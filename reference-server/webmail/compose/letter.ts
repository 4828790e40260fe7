/** A message on its way out, and its octets. */

import type { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import MailComposer from 'nodemailer/lib/mail-composer';
import type { Address } from '../mail/addresses';

export interface Enclosure {
  readonly name: string;
  readonly type: string;
  /** Opens its octets; called once for each time that the message is written. */
  open(): Readable | Buffer;
}

export interface Letter {
  readonly from: Address;
  readonly to: readonly Address[];
  readonly cc: readonly Address[];
  readonly bcc: readonly Address[];
  readonly subject: string;
  readonly text: string;
  readonly inReplyTo?: string | undefined;
  readonly references?: readonly string[] | undefined;
  readonly enclosures: readonly Enclosure[];
  readonly date: Date;
  readonly messageId: string;
}

/** Everybody who gets it, once. */
export function envelopeOf({ to, cc, bcc }: Letter): string[] {
  const all = [...to, ...cc, ...bcc].map(({ address }) => address);
  return [...new Map(all.map((address) => [address.toLowerCase(), address])).values()];
}

/** @param bcc whether the field stands in it: in the sender's own copy, never in what is sent (RFC 5322 §3.6.3) */
export function streamOf(letter: Letter, { bcc }: { bcc: boolean }): Readable {
  const { from, to, cc, subject, text, inReplyTo, references, enclosures, date, messageId } = letter;
  const node = new MailComposer({
    from: mailbox(from),
    to: to.map(mailbox),
    cc: cc.map(mailbox),
    ...(bcc && { bcc: letter.bcc.map(mailbox) }),
    subject,
    text,
    date,
    messageId,
    ...(inReplyTo && { inReplyTo }),
    ...(references && references.length > 0 && { references: [...references] }),
    attachments: enclosures.map(({ name, type, open }) => ({
      filename: name,
      contentType: type,
      contentDisposition: 'attachment',
      content: open(),
      // RFC 2046 §5.2.1: a message is not encoded.
      ...(type === 'message/rfc822' && { contentTransferEncoding: '8bit' as const }),
    })),
    textEncoding: 'quoted-printable',
    disableFileAccess: true,
    disableUrlAccess: true,
    newline: '\r\n',
  }).compile();
  node.keepBcc = bcc;
  return node.createReadStream();
}

export function octetsOf(letter: Letter, how: { bcc: boolean }): Promise<Buffer> {
  return buffer(streamOf(letter, how));
}

function mailbox({ name, address }: Address) {
  return { name, address };
}
