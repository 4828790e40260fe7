import { decodeBase64 } from './base64';
import { decodeCharset } from './charset';
import { textOf } from './octets';
import { decodeQuotedPrintable } from './quoted-printable';

/** The charset may carry a language after `*` (RFC 2231 §5). */
const WORD = /=\?([^?*\s]+)(?:\*[^?\s]*)?\?([bq])\?([^?]*)\?=/gi;

/**
 * The text of an unstructured field, encoded words decoded (RFC 2047 §6): white space between two of them vanishes; a
 * character split over two words of one charset is put together; what is no encoded word is read as UTF-8 or ISO 8859-1.
 *
 * @param value the unfolded field, a binary string
 */
export function decodeWords(value: string): string {
  if (!value.includes('=?')) return textOf(value);
  let text = '';
  let end = 0;
  let charset = '';
  let pending: Buffer[] = [];
  const flush = () => {
    if (pending.length > 0) text += decodeCharset(Buffer.concat(pending), charset);
    pending = [];
  };
  for (const word of value.matchAll(WORD)) {
    const between = value.slice(end, word.index);
    const adjacent = pending.length > 0 && isBlank(between);
    if (!adjacent || word[1]!.toLowerCase() !== charset) {
      flush();
      if (!adjacent) text += textOf(between);
      charset = word[1]!.toLowerCase();
    }
    pending.push(decodeWord(word[2]!, word[3]!));
    end = word.index + word[0].length;
  }
  flush();
  return text + textOf(value.slice(end));
}

function decodeWord(encoding: string, text: string): Buffer {
  const octets = Buffer.from(text, 'latin1');
  if (encoding === 'b' || encoding === 'B') return decodeBase64(octets);
  // RFC 2047 §4.2: an underscore is a space whatever the charset.
  return decodeQuotedPrintable(Buffer.from(text.replaceAll('_', '=20'), 'latin1'));
}

function isBlank(text: string): boolean {
  return text.trim() === '';
}
