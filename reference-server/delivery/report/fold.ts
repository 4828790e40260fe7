/** Long lines made short, where another server said what stands in them. */

/** RFC 5322 §2.1.1: lines of some 78 octets, and none longer than 998. */
const WIDTH = 76;
const LONGEST = 900;

/** A field's value on several lines, the later ones begun with white space (RFC 5322 §2.2.3): unfolded it is as it was. */
export function fold(value: string): string {
  return value
    .split('\r\n')
    .flatMap((line) => pieces(line))
    .join('\r\n');
}

/** A text on several lines of words, each with this before it. */
export function wrap(text: string, before: string): string[] {
  return pieces(text.replace(/\s+/g, ' ').trim()).map((line) => before + line.trim());
}

/** Cut before white space; a word that is too long for a line of mail is cut too. */
function pieces(line: string): string[] {
  const lines: string[] = [];
  for (const word of line.match(new RegExp(`\\s*\\S{1,${LONGEST}}|\\s+$`, 'g')) ?? ['']) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length <= WIDTH) lines[lines.length - 1] = last + word;
    else lines.push(last === undefined || /^\s/.test(word) ? word : ` ${word}`);
  }
  return lines;
}
