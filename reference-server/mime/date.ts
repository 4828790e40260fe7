/** A date as a header field gives it. */
export interface MessageDate {
  /** Milliseconds since 1970, UTC. */
  time: number;
  /** The day as written, in days since 1 January 1970; its zone does not count (IMAP's SENTON and the like). */
  day: number;
  /** Minutes east of Greenwich. */
  zone: number;
}

export const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** RFC 5322 §4.3; letters that no zone is known for mean that nothing is known: UTC. */
const ZONES: Record<string, number> = {
  EST: -300,
  EDT: -240,
  CST: -360,
  CDT: -300,
  MST: -420,
  MDT: -360,
  PST: -480,
  PDT: -420,
};

const DATE =
  /^(?:[a-z]+\s*,?\s*)?(\d{1,2})[\s-]+([a-z]{3})[a-z]*[\s-]+(\d{2,})(?:[\s,]+(\d{1,2})\s*:\s*(\d{1,2})(?:\s*:\s*(\d{1,2}))?)?\s*([+-]\d{4}|[a-z]+)?/i;

/** The day alone. */
const DAY = /^(?:[a-z]+\s*,?\s*)?\d{1,2}[\s-]+[a-z]{3}[a-z]*[\s-]+\d{2,}/i;
const LONGEST_ZONE = 24 * 60;

/**
 * Reads a date-time (RFC 5322 §3.3, obsolete forms of §4.3 too): comments anywhere, two- and three-digit years, named zones,
 * seconds and time left out.
 *
 * @returns null where it is no date, or one that the calendar does not have
 */
export function parseDate(value: string): MessageDate | null {
  const match = DATE.exec(withoutComments(value).trim());
  if (!match) return null;
  const month = MONTHS.indexOf(match[2]!.toLowerCase());
  const year = fullYear(match[3]!);
  const day = Number(match[1]);
  const [hour, minute, second] = [Number(match[4] ?? 0), Number(match[5] ?? 0), Number(match[6] ?? 0)];
  // Of a year that is too far away a month has no number of days.
  const inMonth = month >= 0 && day >= 1 && day <= daysIn(year, month);
  if (!inMonth || hour > 23 || minute > 59 || second > 60) return null;
  const zone = zoneMinutes(match[7]);
  const midnight = Date.UTC(year, month, day);
  const time = midnight + ((hour * 60 + minute - zone) * 60 + second) * 1000;
  return { time, day: midnight / 86_400_000, zone };
}

/**
 * When a Date field says that its message was sent, as SORT and THREAD want it (RFC 5256 §2.2): a time that the clock does not have is midnight,
 * a zone that nobody can be in is UTC.
 *
 * @returns milliseconds since 1970, UTC; undefined where there is no day in it
 */
export function sentTime(value: string): number | undefined {
  const date = parseDate(value);
  if (date) return date.zone > -LONGEST_ZONE && date.zone < LONGEST_ZONE ? date.time : date.time + date.zone * 60_000;
  const day = DAY.exec(withoutComments(value).trim())?.[0];
  return day === undefined ? undefined : parseDate(day)?.time;
}

/** How many days a month (0 to 11) has. */
export function daysIn(year: number, month: number): number {
  return new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
}

function fullYear(digits: string): number {
  const year = Number(digits);
  if (digits.length === 2) return year < 50 ? 2000 + year : 1900 + year;
  return digits.length === 3 ? 1900 + year : year;
}

function zoneMinutes(zone: string | undefined): number {
  if (zone === undefined) return 0;
  const digits = /^([+-])(\d\d)(\d\d)$/.exec(zone);
  if (!digits) return ZONES[zone.toUpperCase()] ?? 0;
  const minutes = Number(digits[2]) * 60 + Number(digits[3]);
  return digits[1] === '-' ? -minutes : minutes;
}

/** One linear pass, since comments nest and may be hostile; what a date needs fits into the first 200 characters. */
function withoutComments(value: string): string {
  let text = '';
  let depth = 0;
  for (let i = 0; i < value.length && text.length < 200; i++) {
    const character = value[i]!;
    if (depth > 0 && character === '\\') i++;
    else if (character === '(') depth++;
    else if (character === ')' && depth > 0) depth--;
    else if (depth === 0) text += character;
  }
  return text;
}
