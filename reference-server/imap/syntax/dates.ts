import { daysIn, MONTHS } from '../../mime/date';
import type { Arguments } from './arguments';

const DATE = /(\d{1,2})-([A-Za-z]{3})-(\d{4})/y;
const DATE_TIME = /"([ \d]\d)-([A-Za-z]{3})-(\d{4}) (\d\d):(\d\d):(\d\d) ([+-])(\d\d)(\d\d)"/y;

/** A day, in days since 1 January 1970 (RFC 9051 §9, date): `1-Feb-2024`, quoted or not. */
export function readDate(args: Arguments): number {
  const quoted = args.accept('"');
  const match = matched(args, DATE) ?? args.fail('a date is missing');
  if (quoted) args.expect('"');
  return day(match[1]!, match[2]!, match[3]!) ?? args.fail('the calendar has no such day');
}

/** A moment with its zone (RFC 9051 §9, date-time): milliseconds since 1970 UTC, and minutes east of UTC. */
export function readDateTime(args: Arguments): { time: number; zone: number } {
  const match = matched(args, DATE_TIME) ?? args.fail('a date-time is missing');
  const [, date, month, year, hour, minute, second, sign, zoneHours, zoneMinutes] = match;
  const days = day(date!.trim(), month!, year!);
  if (days === undefined || +hour! > 23 || +minute! > 59 || +second! > 60 || +zoneMinutes! > 59) {
    return args.fail('the calendar has no such moment');
  }
  const zone = (sign === '-' ? -1 : 1) * (+zoneHours! * 60 + +zoneMinutes!);
  const time = days * 86_400_000 + ((+hour! * 60 + +minute! - zone) * 60 + +second!) * 1000;
  return { time, zone };
}

/** A date-time as FETCH shows INTERNALDATE, quotes included. */
export function formatDateTime(time: number, zone: number): string {
  const local = new Date(time + zone * 60_000);
  const month = MONTHS[local.getUTCMonth()]!;
  const day = `${local.getUTCDate()}`.padStart(2, ' ');
  const year = `${local.getUTCFullYear()}`.padStart(4, '0');
  const clock = local.toISOString().slice(11, 19);
  const minutes = Math.abs(zone);
  const offset = `${zone < 0 ? '-' : '+'}${two(Math.floor(minutes / 60))}${two(minutes % 60)}`;
  return `"${day}-${month[0]!.toUpperCase()}${month.slice(1)}-${year} ${clock} ${offset}"`;
}

/** The day of a moment in its own zone, in days since 1 January 1970 (RFC 9051 §6.4.4: the zone is disregarded). */
export function dayOf(time: number, zone: number): number {
  return Math.floor((time + zone * 60_000) / 86_400_000);
}

function matched(args: Arguments, expression: RegExp): RegExpExecArray | undefined {
  const text = args.match(expression);
  if (text === undefined) return undefined;
  expression.lastIndex = 0;
  return expression.exec(text) ?? undefined;
}

function day(date: string, monthName: string, yearText: string): number | undefined {
  const month = MONTHS.indexOf(monthName.toLowerCase());
  const year = Number(yearText);
  if (month < 0 || Number(date) < 1 || Number(date) > daysIn(year, month)) return undefined;
  const midnight = new Date(0);
  // Date.UTC would take years below 100 for the 1900s.
  midnight.setUTCFullYear(year, month, Number(date));
  return midnight.getTime() / 86_400_000;
}

function two(number: number): string {
  return `${number}`.padStart(2, '0');
}
