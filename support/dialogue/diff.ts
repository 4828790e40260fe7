import { escapeBytes, escapeOctet } from '../wire/escape';

const BEFORE = 40;
const AFTER = 100;
/** Lines of the dialogue shown around the one that differs. */
const ABOVE = 6;
const BELOW = 2;

/** The dialogue around a line, with a marker at the line and a caret under the part of it that differs. */
export function showDialogue(lines: string[], line: number): string {
  const first = Math.max(1, line - ABOVE);
  const last = Math.min(lines.length, line + BELOW);
  const shown: string[] = [];
  for (let n = first; n <= last; n++) {
    const text = lines[n - 1]!;
    if (n !== line) {
      shown.push(`    ${text}`);
      continue;
    }
    const body = /^[CS][1-9]?[:~?*!|] ?/.exec(text)?.[0].length ?? 0;
    shown.push(`  > ${text}`, `    ${' '.repeat(body)}${'^'.repeat(Math.max(1, Math.min(text.length - body, 40)))}`);
  }
  return shown.join('\n');
}

/** `label: octets`, and below it a caret under the octet at `at`, where that is given. */
export function showBytes(label: string, bytes: Buffer, at?: number): string {
  const end = bytes.subarray(-2).equals(CRLF) ? bytes.length - 2 : bytes.length;
  if (end === 0) return `${label}(nothing)`;
  const middle = Math.min(at ?? 0, end);
  const from = Math.max(0, middle - BEFORE);
  const to = Math.min(end, middle + AFTER);
  const before = from > 0 ? `… ${from} octets … ` : '';
  const after = to < end ? ` … ${end - to} octets` : '';
  const text = `${label}${before}${escapeBytes(bytes.subarray(from, to))}${after}`;
  if (at === undefined) return text;
  let column = label.length + before.length;
  for (let n = from; n < middle; n++) column += escapeOctet(bytes[n]!).length;
  return `${text}\n${' '.repeat(column)}^`;
}

const CRLF = Buffer.from('\r\n');
