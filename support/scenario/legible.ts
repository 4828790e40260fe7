/**
 * Whether a person finds a text in a message: as it stands there, or in what encoded words (RFC 2047) and encoded parts (RFC 2045 §6) stand for.
 * Who writes may encode what need not be.
 */

const WORD = /=\?([^?*\s]+)(?:\*[^?]*)?\?([bq])\?([^?\s]*)\?=/gi;
const BETWEEN_WORDS = /(\?=)\s+(?==\?)/g;
const ENCODED_PART =
  /^content-transfer-encoding:[ \t]*(base64|quoted-printable)[ \t]*\r?\n(?:[^\r\n]+\r?\n)*\r?\n([\s\S]*?)(?=\r?\n--|$(?![\s\S]))/gim;

/** @param text octets as a person writes them: in UTF-8 */
export function isLegible(message: Buffer, text: Buffer): boolean {
  if (message.includes(text)) return true;
  const wanted = text.toString('utf8');
  const raw = message.toString('latin1');
  const [header = ''] = raw.split(/\r?\n\r?\n/, 1);
  if (withoutWords(header).includes(wanted)) return true;
  return [...raw.matchAll(ENCODED_PART)].some(([, encoding, body]) =>
    (encoding!.toLowerCase() === 'base64' ? Buffer.from(body!, 'base64') : fromQuotedPrintable(body!)).includes(text),
  );
}

/** The header unfolded, each encoded word as what it stands for. */
function withoutWords(header: string): string {
  const unfolded = Buffer.from(header.replace(/\r?\n(?=[ \t])/g, ''), 'latin1').toString('utf8');
  return unfolded
    .replace(BETWEEN_WORDS, '$1')
    .replace(WORD, (word, charset: string, encoding: string, said: string) => {
      const octets =
        encoding.toLowerCase() === 'b' ? Buffer.from(said, 'base64') : fromQuotedPrintable(said.replaceAll('_', ' '));
      try {
        return new TextDecoder(charset).decode(octets);
      } catch {
        return word;
      }
    });
}

function fromQuotedPrintable(body: string): Buffer {
  const octets = body
    .replace(/=[ \t]*\r?\n/g, '')
    .replace(/=([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(octets, 'latin1');
}
