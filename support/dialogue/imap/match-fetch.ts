import type { ImapValue } from '../../wire/framing/imap-value';
import { matchBody } from './match-body';
import type { Compare, ValueMatcher } from './match-values';
import { patternKeyword } from './pattern';

/** What compares the value of a FETCH item. */
export function fetchItem(matcher: ValueMatcher, name: string): Compare {
  switch (name) {
    case 'FLAGS':
      return flags(matcher);
    case 'BODY':
    case 'BODYSTRUCTURE':
      return matchBody(matcher);
    case 'INTERNALDATE':
      return date(matcher);
    default:
      return matcher.exact;
  }
}

/** Flags are a set; `\Recent` is nobody's to ask for or to forbid (RFC 9051 §2.3.2 dropped it). */
export function flags(matcher: ValueMatcher): Compare {
  return (wanted, came, bound, next) => {
    if (wanted.kind !== 'list' || came.kind !== 'list') return matcher.exact(wanted, came, bound, next);
    return matcher.set(wanted.items, came.items, bound, next, false, ['\\RECENT']);
  };
}

/** Two spellings of one instant are equal: the zone is the server's to choose. */
function date(matcher: ValueMatcher): Compare {
  return (wanted, came, bound, next) => {
    const exact = matcher.exact(wanted, came, bound, next);
    if (exact !== undefined) return exact;
    const text = patternKeyword(wanted.kind === 'string' ? { ...wanted, quoted: false } : wanted);
    const [a, b] = [instant(text ?? ''), instant(textOf(came))];
    return a !== undefined && a === b ? next(bound) : undefined;
  };
}

const DATE_TIME = /^([ \d]\d)-([A-Z]{3})-(\d{4}) (\d\d:\d\d:\d\d) ([+-]\d{4})$/i;

/** Milliseconds since 1970 of an IMAP date-time (RFC 3501 §9). */
function instant(text: string): number | undefined {
  const match = DATE_TIME.exec(text);
  if (match === null) return undefined;
  const [, day, month, year, time, zone] = match;
  const value = Date.parse(`${day!.trim()} ${month} ${year} ${time} ${zone}`);
  return Number.isNaN(value) ? undefined : value;
}

function textOf(value: ImapValue): string {
  return value.kind === 'list' ? '' : value.bytes.toString('latin1');
}
