/** Fields of ASCII that say what is not ASCII (RFC 2047). */

/** Characters of a line (RFC 2047 §2). */
const LINE = 76;
/** Octets of text of which an encoded word of base64 has no more than 75 characters (RFC 2047 §2). */
const WORD = 45;

/** The text as words of ASCII: encoded ones, each of whole characters (RFC 2047 §5). */
export function encodedWords(text: string): string[] {
  const words: string[] = [];
  let octets: Buffer[] = [];
  let length = 0;
  const finish = () => {
    if (length > 0) words.push(`=?utf-8?B?${Buffer.concat(octets).toString('base64')}?=`);
    octets = [];
    length = 0;
  };
  for (const character of text) {
    const encoded = Buffer.from(character);
    if (length + encoded.length > WORD) finish();
    octets.push(encoded);
    length += encoded.length;
  }
  finish();
  return words;
}

/** A field of these words, folded before those that a line has no room for; empty where there are none. */
export function folded(name: string, words: readonly string[]): string {
  if (words.length === 0) return '';
  let field = `${name}:`;
  let { length } = field;
  for (const word of words) {
    const fits = length + 1 + word.length <= LINE;
    field += `${fits ? ' ' : '\r\n '}${word}`;
    length = (fits ? length : 0) + 1 + word.length;
  }
  return `${field}\r\n`;
}
