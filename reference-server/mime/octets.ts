/** Small questions about octets that several readers of messages ask. */

export const TAB = 0x09;
export const LF = 0x0a;
export const CR = 0x0d;
export const SP = 0x20;
export const DASH = 0x2d;
export const COLON = 0x3a;

/** Where the line that begins at `start` ends, after its LF; the end of the octets where no LF follows. */
export function nextLine(octets: Buffer, start: number): number {
  const lf = octets.indexOf(LF, start);
  return lf < 0 ? octets.length : lf + 1;
}

/** The end of the line's text: `end` without the CRLF or LF before it; never less than `start`. */
export function textEnd(octets: Buffer, start: number, end: number): number {
  if (end <= start || octets[end - 1] !== LF) return end;
  return end - 1 > start && octets[end - 2] === CR ? end - 2 : end - 1;
}

/** How many line ends (LF) there are from `start` to before `end`. */
export function countLines(octets: Buffer, start: number, end: number): number {
  let lines = 0;
  for (let lf = octets.indexOf(LF, start); lf >= 0 && lf < end; lf = octets.indexOf(LF, lf + 1)) lines++;
  return lines;
}

/** The octets of a binary string as text: UTF-8 where they are UTF-8, otherwise ISO 8859-1. */
export function textOf(binary: string): string {
  if (!/[^\x00-\x7f]/.test(binary)) return binary;
  const utf8 = Buffer.from(binary, 'latin1').toString('utf8');
  return utf8.includes('\ufffd') ? binary : utf8;
}

/** The octets (UTF-8) of a text, one character an octet. */
export function binaryOf(text: string): string {
  return Buffer.from(text, 'utf8').toString('latin1');
}
