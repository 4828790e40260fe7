/** Times, sizes and other people's words, for a reader at a terminal. */

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const UNITS: ReadonlyArray<readonly [name: string, milliseconds: number]> = [
  ['d', 24 * HOUR],
  ['h', HOUR],
  ['min', MINUTE],
  ['s', SECOND],
];

/** `3 d 4 h`, `25 min`: the largest unit and the next, where that counts: seconds do not beside minutes. */
export function span(milliseconds: number): string {
  let left = Math.round(milliseconds / SECOND) * SECOND;
  const first = UNITS.findIndex(([, unit]) => left >= unit);
  if (first < 0) return '0 s';
  const words: string[] = [];
  for (const [name, unit] of UNITS.slice(first, UNITS[first]![1] === MINUTE ? first + 1 : first + 2)) {
    const count = Math.floor(left / unit);
    left -= count * unit;
    if (count > 0) words.push(`${count} ${name}`);
  }
  return words.join(' ');
}

/** `2026-11-29 07:10:00Z, in 25 min`. */
export function moment(time: number, now: number): string {
  const written = new Date(time).toISOString().replace('T', ' ').replace(/\.\d+/, '');
  return `${written}, ${time > now ? `in ${span(time - now)}` : `${span(now - time)} ago`}`;
}

export function octets(count: number): string {
  if (count < 1000) return `${count} B`;
  return count < 999_500 ? `${Math.round(count / 1000)} kB` : `${(count / 1_000_000).toFixed(1)} MB`;
}

/** `1 message`, `2 messages`. */
export function counted(count: number, thing: string): string {
  return `${count} ${thing}${count === 1 ? '' : 's'}`;
}

/** What other servers and clients said on one line: nothing of it steers the terminal. */
export function visible(text: string): string {
  return text.replace(/\p{C}/gu, (one) => `\\u{${one.codePointAt(0)!.toString(16)}}`);
}
