import { parseMessage } from '../../mime/parse';
import type { Part } from '../../mime/structure';
import { no } from '../refusal';

/**
 * A message without NUL octets, which IMAP could not show: parts that hold any are encoded in base64 (RFC 3516 §4.4 lets a server
 * choose the encoding). Throws NO where NUL stands elsewhere.
 */
export function withoutNul(octets: Buffer): Buffer {
  if (!octets.includes(0)) return octets;
  const pieces: Buffer[] = [];
  let done = 0;
  for (const part of parseMessage(octets).parts) {
    if (part.children.length > 0 || !octets.subarray(...part.body).includes(0)) continue;
    pieces.push(octets.subarray(done, part.header[0]), encodedHeader(octets, part), encodedBody(octets, part));
    done = part.body[1];
  }
  const message = Buffer.concat([...pieces, octets.subarray(done)]);
  if (message.includes(0)) throw no('NUL stands where nothing can be encoded', 'UNKNOWN-CTE');
  return message;
}

function encodedHeader(octets: Buffer, part: Part): Buffer {
  if (part.encoding !== 'binary') throw no('NUL needs the transfer encoding binary', 'UNKNOWN-CTE');
  const header = octets.toString('latin1', ...part.header);
  const field = /^content-transfer-encoding[ \t]*:.*(?:\r?\n[ \t].*)*/im;
  return Buffer.from(header.replace(field, 'Content-Transfer-Encoding: base64'), 'latin1');
}

function encodedBody(octets: Buffer, part: Part): Buffer {
  const text = octets.subarray(...part.body).toString('base64');
  return Buffer.from(text.match(/.{1,76}/g)!.join('\r\n'));
}
