/** Octets made readable: control octets by name, everything beyond ASCII as `\x80`. */

const NAMES: Record<number, string> = { 0: '<NUL>', 9: '<TAB>', 10: '<LF>', 13: '<CR>', 27: '<ESC>', 127: '<DEL>' };

const TABLE: string[] = Array.from({ length: 256 }, (_, octet) => {
  const name = NAMES[octet];
  if (name !== undefined) return name;
  if (octet >= 32 && octet < 127) return String.fromCharCode(octet);
  return `\\x${octet.toString(16).toUpperCase().padStart(2, '0')}`;
});

/** One octet as it is shown. */
export function escapeOctet(octet: number): string {
  return TABLE[octet]!;
}

/** All octets on one line; CR and LF show as `<CR>` and `<LF>`. */
export function escapeBytes(bytes: Buffer): string {
  let text = '';
  for (const octet of bytes) text += TABLE[octet]!;
  return text;
}

/** Like escapeBytes, but at most so many octets, and says how many were left out of the middle. */
export function excerpt(bytes: Buffer, most = 300): string {
  if (bytes.length <= most) return escapeBytes(bytes);
  const head = Math.ceil(most * 0.75);
  const tail = most - head;
  const left = bytes.length - head - tail;
  return `${escapeBytes(bytes.subarray(0, head))}… ${left} octets left out …${escapeBytes(bytes.subarray(bytes.length - tail))}`;
}

/**
 * The octets cut into lines, each escaped. A line that ends in CRLF shows no end; any other end is shown, so that a
 * bare LF is seen.
 */
export function escapeLines(bytes: Buffer): string[] {
  const lines: string[] = [];
  let start = 0;
  while (start < bytes.length) {
    const feed = bytes.indexOf(10, start);
    const end = feed < 0 ? bytes.length : feed + 1;
    const clean = feed > start && bytes[feed - 1] === 13;
    lines.push(escapeBytes(bytes.subarray(start, clean ? feed - 1 : end)));
    start = end;
  }
  return lines;
}
