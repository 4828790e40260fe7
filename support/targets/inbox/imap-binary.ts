/** Reads messages with NUL, which no string of IMAP can hold (RFC 3501 §9 CHAR8), by BINARY (RFC 3516). */
import { Blocked } from '../../outcome';
import type { ImapClient } from '../client/imap-client';
import type { Look } from './look';

/**
 * The header as it is, and the one part behind it as BINARY gives it: without a transfer encoding that would be taken away, as it is.
 * @throws Blocked where there is no BINARY
 */
export async function readBinary(client: ImapClient): Promise<Look> {
  if (!(await client.capabilities()).has('BINARY')) {
    throw new Blocked('nul-not-carried', "IMAP's BODY[] cannot carry NUL, and the server does not announce BINARY");
  }
  const look: Look = { messages: [], unread: [] };
  if ((await client.examine()) === 0) return look;
  for (const [number, items] of await client.fetch('1:*', 'BODY.PEEK[HEADER]')) {
    const header = items.get('BODY[HEADER]') ?? Buffer.alloc(0);
    if (!isOnePart(header)) {
      const why = 'BINARY gives the parts of this message, and not what stands between them';
      look.unread.push({ why: new Blocked('nul-not-carried', why), message: header });
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
