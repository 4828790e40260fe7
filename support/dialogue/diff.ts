import { escapeBytes, escapeLines, escapeOctet } from '../wire/escape';

const BEFORE = 40;
const AFTER = 100;
/** Lines of the wire shown, and octets of each. */
const LINES = 12;
const LENGTH = 200;
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
      shown.push(`    ${text}`.trimEnd());
      continue;
    }
    const body = /^[CS][1-9]?[:~?*!|] ?/.exec(text)?.[0].length ?? 0;
    shown.push(`  > ${text}`, `    ${' '.repeat(body)}${'^'.repeat(Math.max(1, Math.min(text.length - body, 40)))}`);
  }
  return shown.join('\n');
}

/** `label: octets`, a line of the wire each; with a caret under the octet at `at`, where that is given, its surroundings only. */
export function showBytes(label: string, bytes: Buffer, at?: number): string {
  if (bytes.length === 0) return `${label}(nothing)`;
  if (at === undefined && bytes.at(-1) !== LF) return `${showLines(label, bytes)} (without a line end)`;
  return at === undefined ? showLines(label, bytes) : showAround(label, bytes, at);
}

function showLines(label: string, bytes: Buffer): string {
  const lines: string[] = [];
  let start = 0;
  for (; start < bytes.length && lines.length < LINES; ) {
    const feed = bytes.indexOf(10, start);
    const end = feed < 0 ? bytes.length : feed + 1;
    const [shown] = escapeLines(bytes.subarray(start, Math.min(end, start + LENGTH)));
    lines.push(end - start > LENGTH ? `${shown} … ${end - start - LENGTH} octets` : shown!);
    start = end;
  }
  if (start < bytes.length) lines.push(`… ${bytes.length - start} octets`);
  return lines.map((line, n) => (n === 0 ? label : ' '.repeat(label.length)) + line).join('\n');
}

function showAround(label: string, bytes: Buffer, at: number): string {
  const end = bytes.subarray(-2).equals(CRLF) && at < bytes.length - 1 ? bytes.length - 2 : bytes.length;
  const middle = Math.min(at, end);
  const from = Math.max(0, middle - BEFORE);
  const to = Math.min(end, middle + AFTER);
  const before = from > 0 ? `… ${from} octets … ` : '';
  const after = to < end ? ` … ${end - to} octets` : '';
  let column = label.length + before.length;
  for (let n = from; n < middle; n++) column += escapeOctet(bytes[n]!).length;
  return `${label}${before}${escapeBytes(bytes.subarray(from, to))}${after}\n${' '.repeat(column)}^`;
}

const LF = 10;
const CRLF = Buffer.from('\r\n');
