/** Reads messages with NUL, which no string of IMAP can hold (RFC 3501 §9 CHAR8), by BINARY (RFC 3516). */
import { Blocked, NotApplicable } from '../../outcome';
import type { ImapClient } from '../client/imap-client';
import type { Look } from './look';

/** What the server puts in its place, and whether it had one to put, cannot be told. */
export function nulLost(): NotApplicable {
  return new NotApplicable(
    'nul-not-carried',
    'needs POP3, a mail store or BINARY to read by: strings of IMAP have no NUL',
  );
}

/** The header as it is, and the one part behind it as BINARY gives it: without a transfer encoding that would be taken away, as it is. */
export async function readBinary(client: ImapClient): Promise<Look> {
  const look: Look = { messages: [], unread: [] };
  if ((await client.examine()) === 0) return look;
  for (const [number, items] of await client.fetch('1:*', 'BODY.PEEK[HEADER]')) {
    const header = items.get('BODY[HEADER]') ?? Buffer.alloc(0);
    if (!isOnePart(header)) {
      // BINARY gives its parts, and not what stands between them.
      look.unread.push({ why: nulLost(), message: header });
      continue;
    }
    const body = (await client.fetch(String(number), 'BINARY.PEEK[1]')).get(number)?.get('BINARY[1]');
    if (body) look.messages.push(Buffer.concat([header, body]));
    else look.unread.push({ why: new Blocked('not-fetched', 'FETCH did not bring BINARY[1]'), message: header });
  }
  return look;
}

/** One part, and nothing that BINARY would decode. */
function isOnePart(header: Buffer): boolean {
  const text = header.toString('latin1').replace(/\r\n[ \t]+/g, ' ');
  const encoding = /^Content-Transfer-Encoding:\s*([^\s;]+)/im.exec(text)?.[1] ?? '7bit';
  return !/^Content-Type:\s*(?:multipart|message)\//im.test(text) && /^(?:7bit|8bit|binary)$/i.test(encoding);
}
