/**
 * A message, from its octets to what is shown of it.
 *
 * postal-mime reads it (and not mailparser, which knows UTF-7 by iconv-lite, puts pictures into HTML by itself and streams): it has bounds of depth, of
 * nested messages and of header fields, decodes by the encodings that browsers know (the WHATWG's, in which there is no UTF-7: such text is shown as it
 * came) and leaves HTML as it was written.
 */
import PostalMime, { type Attachment, type Email } from 'postal-mime';
import { type ShownAddress, shownAddresses } from './address';
import { safeType } from './download';
import { type SafeName, safeName } from './file-name';
import { shownText } from './shown-text';
import { contentId } from './wishes';

export interface ReadMessage {
  head: ShownHead;
  /** As it was sent: for `showBody`, never for a page. */
  body: { html?: string; text?: string };
  attachments: ReadAttachment[];
  /** Its structure is beyond bounds, or broken: the body is the source. */
  unreadable: boolean;
}

/** Every text is one line, without controls and marks of direction (`shownText`); the page escapes it and gives it `dir="auto"` in an element of its own. */
export interface ShownHead {
  from: ShownAddress[];
  sender: ShownAddress[];
  replyTo: ShownAddress[];
  to: ShownAddress[];
  cc: ShownAddress[];
  subject: string;
  /** Absent where it cannot be read. */
  date?: Date;
  messageId: string;
}

export interface ReadAttachment extends SafeName {
  /** From 0, as the message has them. */
  index: number;
  /** As declared; `downloadHeaders` says as what it is served. */
  type: string;
  size: number;
  content: Uint8Array;
  /** What HTML calls it by; empty where it has none. */
  contentId: string;
}

const LIMITS = { maxNestingDepth: 64, maxHeadersSize: 1_000_000, forceRfc822Attachments: true } as const;
/** Octets of what cannot be read that are shown as they are. */
const SOURCE = 100_000;
/** What a part without a name is called. */
const EXTENSIONS: Readonly<Record<string, string>> = {
  'message/rfc822': 'eml',
  'text/calendar': 'ics',
  'text/plain': 'txt',
  'text/html': 'html',
  'text/csv': 'csv',
  'text/vcard': 'vcf',
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'image/gif': 'gif',
  'image/svg+xml': 'svg',
  'image/webp': 'webp',
  'application/pdf': 'pdf',
  'application/zip': 'zip',
  'application/pgp-signature': 'asc',
  'application/pkcs7-signature': 'p7s',
};

/** Never throws: what cannot be read is shown as its source. */
export async function readMessage(octets: Uint8Array): Promise<ReadMessage> {
  try {
    return read(await PostalMime.parse(octets, LIMITS));
  } catch {
    const text = Buffer.from(octets.subarray(0, SOURCE)).toString('latin1');
    return {
      head: headOf({ headers: [], headerLines: [], attachments: [] }),
      body: { text },
      attachments: [],
      unreadable: true,
    };
  }
}

function read(email: Email): ReadMessage {
  return {
    head: headOf(email),
    body: { html: email.html, text: email.text },
    attachments: email.attachments.map(attachmentOf),
    unreadable: false,
  };
}

function headOf({ from, sender, replyTo, to, cc, subject = '', date, messageId = '' }: Email): ShownHead {
  const one = (address: Email['from']) => shownAddresses(address === undefined ? [] : [address]);
  const sent = date === undefined ? Number.NaN : Date.parse(date);
  return {
    from: one(from),
    sender: one(sender),
    replyTo: shownAddresses(replyTo),
    to: shownAddresses(to),
    cc: shownAddresses(cc),
    subject: shownText(subject),
    ...(Number.isNaN(sent) ? {} : { date: new Date(sent) }),
    messageId: shownText(messageId),
  };
}

function attachmentOf({ filename, mimeType, content, contentId: id = '' }: Attachment, index: number): ReadAttachment {
  const octets = typeof content === 'string' ? Buffer.from(content) : new Uint8Array(content);
  const type = safeType(mimeType);
  const extension = Object.hasOwn(EXTENSIONS, type) ? EXTENSIONS[type] : undefined;
  return {
    ...safeName(filename, index, extension),
    index,
    type,
    size: octets.byteLength,
    content: octets,
    contentId: contentId(id),
  };
}
