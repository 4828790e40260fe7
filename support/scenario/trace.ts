/** The Received field that a server puts on top of what it takes, read as RFC 5321 §4.4 writes it. */
import { Mismatch } from '../outcome';

export interface TraceFacts {
  /** The name that was given in EHLO. */
  helo: string;
  /** The address that the client came from. */
  clientAddress: string;
}

type Test = (field: Received, facts: TraceFacts) => boolean;

interface Received {
  /** The field's body, unfolded, as it stands. */
  whole: string;
  /** What stands before the date, without comments, white space squeezed. */
  stamp: string;
  /** The date, without comments. */
  date: string;
}

const DOMAIN = String.raw`(?:[A-Za-z0-9_-]+(?:\.[A-Za-z0-9_-]+)*\.?|\[[^\]\s]+\])`;
const ATOM = String.raw`[A-Za-z0-9!#$%&'*+/=?^_\`{|}~.-]+`;
const PATH = String.raw`(?:<[^>\s]*>|"[^"]*"@\S+|[^\s;<>@]+@[^\s;]+|${ATOM})`;
// The identifier of a queue may be an atom or a msg-id; many servers write characters that an atom has not (Postfix, Exim: none).
const ID = String.raw`(?:<[^>\s]+>|[^\s;]+)`;
const GRAMMAR = new RegExp(
  `^from ${DOMAIN} by ${DOMAIN}(?: via ${ATOM})?(?: with ${ATOM})?(?: id ${ID})?(?: for ${PATH}(?:,? ?${PATH})*)?(?: [A-Za-z][A-Za-z0-9-]* \\S+)*$`,
  'i',
);
const MONTH = 'Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec';
// RFC 5322 §3.3, without the obsolete forms of §4.3.
const DATE = new RegExp(
  `^(?:(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun), ?)?\\d{1,2} (?:${MONTH}) \\d{4,} \\d{2}:\\d{2}(?::\\d{2})? [+-]\\d{4}$`,
  'i',
);
const ANY_DATE = new RegExp(
  `^(?:[A-Za-z]{3} ?, ?)?\\d{1,2} (?:${MONTH}) \\d{2,} \\d{1,2} ?: ?\\d{2}(?: ?: ?\\d{2})? (?:[+-]\\d{4}|[A-Za-z]{1,5})$`,
  'i',
);

// The registry "Mail Transmission Types": RFC 3848, RFC 6531 §4.3, RFC 8314 §4.3, RFC 6710 §5.
const WITH_TYPES = /^(?:HTTP|MMS|(?:UTF8)?(?:SMTP|LMTP)|E?SMTPS?A?|ESMTPSA|LMTPS?A?|UTF8(?:SMTP|LMTP)S?A?)$/i;
const WITH_LOGIN = /^(?:ESMTPS?A|UTF8SMTPS?A|(?:UTF8)?LMTPS?A?)$/i;
const CLAUSES: readonly string[] = ['from', 'by', 'via', 'with', 'id', 'for', 'priority', 'tls', 'group'];

const TESTS = {
  'the grammar of a time stamp line': ({ stamp, date }) => GRAMMAR.test(stamp) && ANY_DATE.test(date),
  'a FROM clause': ({ stamp }) => new RegExp(`^from ${DOMAIN} by `, 'i').test(stamp),
  'the name from EHLO in its FROM clause': ({ whole }, { helo }) =>
    fromClause(whole).toLowerCase().includes(helo.toLowerCase()),
  "the client's address in its FROM clause": ({ whole }, { clientAddress }) =>
    fromClause(whole).includes(clientAddress),
  'a BY clause': ({ stamp }) => new RegExp(`(?:^| )by ${DOMAIN}(?: |$)`, 'i').test(stamp),
  'no more than one path in its FOR clause': ({ stamp }) => (clause(stamp, 'for')?.match(/@/g) ?? []).length <= 1,
  // The clause is optional; what stands in it is not free.
  'a registered WITH clause': ({ stamp }) => WITH_TYPES.test(clause(stamp, 'with') ?? 'SMTP'),
  // RFC 4954 §7, RFC 6531 §4.3; where the service that put the message into the mailbox has written the field it says LMTP.
  'a WITH clause that tells of a login': ({ stamp }) => WITH_LOGIN.test(clause(stamp, 'with') ?? ''),
  'no unregistered clause': ({ stamp }) => clauseNames(stamp).every((name) => CLAUSES.includes(name)),
  'a numerical time zone': ({ date }) => / [+-]\d{4}$/.test(date),
  'a date without obsolete forms': ({ date }) => DATE.test(date),
  'a year of four digits': ({ date }) => new RegExp(`(?:${MONTH}) \\d{4} `, 'i').test(date),
} satisfies Record<string, Test>;

export type TraceQuality = keyof typeof TESTS;
/** Every word of {trace}. */
export const TRACE_QUALITIES = Object.keys(TESTS) as TraceQuality[];

/**
 * Judges one quality of a Received field.
 * @param value the field's body, unfolded. @throws Mismatch `trace-differs`
 */
export function checkTrace(value: string, quality: TraceQuality, facts: TraceFacts): void {
  const test: Test = TESTS[quality];
  if (test(readReceived(value), facts)) return;
  throw new Mismatch('trace-differs', `the top Received field has not ${quality}`, `Received: ${value}`);
}

export function readReceived(value: string): Received {
  const bare = withoutComments(value);
  const semicolon = bare.lastIndexOf(';');
  const squeeze = (text: string) => text.replace(/\s+/g, ' ').trim();
  return {
    whole: squeeze(value),
    stamp: squeeze(semicolon < 0 ? bare : bare.slice(0, semicolon)),
    date: squeeze(semicolon < 0 ? '' : bare.slice(semicolon + 1)),
  };
}

/** RFC 5322 §3.2.2: comments nest, and a backslash quotes. */
export function withoutComments(value: string): string {
  let depth = 0;
  let kept = '';
  for (let at = 0; at < value.length; at++) {
    const char = value[at]!;
    if (char === '\\' && depth > 0) at++;
    else if (char === '(') depth++;
    else if (char === ')' && depth > 0) depth--;
    else if (depth === 0) kept += char;
    if (char === ')' && depth === 0) kept += ' ';
  }
  return kept;
}

/** The FROM clause with its comment, which holds what the server knows of the client (TCP-info). */
function fromClause(whole: string): string {
  return /^from (.*?)(?= by )/i.exec(whole)?.[1] ?? '';
}

function clause(stamp: string, name: string): string | undefined {
  const words = stamp.split(' ');
  const at = words.findIndex((word) => word.toLowerCase() === name);
  if (at < 0) return undefined;
  const end = words.findIndex((word, n) => n > at + 1 && CLAUSES.includes(word.toLowerCase()));
  return words.slice(at + 1, end < 0 ? undefined : end).join(' ');
}

/** Clauses are pairs of a name and a value. */
function clauseNames(stamp: string): string[] {
  return stamp
    .split(' ')
    .filter((_, index) => index % 2 === 0)
    .map((name) => name.toLowerCase());
}
