/** What is asked of header fields that nobody knows beforehand: those that a server adds (RFC 6409 §8). */
import { Mismatch } from '../outcome';
import { headerFields } from './message';
import { readReport } from './report';
import { withoutComments } from './trace';

const ATOMS = "[A-Za-z0-9!#$%&'*+/=?^_`{|}~\\x80-\\xff-]+(?:\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~\\x80-\\xff-]+)*";
const LOCAL = `(?:${ATOMS}|"(?:[^"\\\\]|\\\\.)*")`;
const LITERAL = '\\[[^\\[\\]\\\\\\s]+\\]';
const LABEL = '[A-Za-z0-9\\x80-\\xff](?:[A-Za-z0-9\\x80-\\xff-]*[A-Za-z0-9\\x80-\\xff])?';
const WHOLE_DOMAIN = `(?:${LABEL}(?:\\.${LABEL})+|${LITERAL})`;
const MONTH = 'Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec';

const TESTS = {
  // RFC 5322 §3.3, without the obsolete forms, which nobody may generate (§4).
  'a date and time': new RegExp(
    `^(?:(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun), )?\\d{1,2} (?:${MONTH}) \\d{4} \\d{2}:\\d{2}(?::\\d{2})? [+-]\\d{4}$`,
    'i',
  ),
  // RFC 3464 §2.2.5: the date-time of RFC 822, with a zone in digits. RFC 1123 §5.2.14 prefers four digits of the year and asks for two.
  'a date with a numeric time zone': new RegExp(
    `^(?:(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun), ?)?\\d{1,2} (?:${MONTH}) \\d{2,4} \\d{1,2}:\\d{2}(?::\\d{2})? [+-]\\d{4}$`,
    'i',
  ),
  // RFC 3464 §2.3.4.
  'a status code': /^[245](?:\.(?:0|[1-9]\d{0,2})){2}$/,
  // RFC 3464 §2.3.3.
  'an action': /^(?:failed|delayed|delivered|relayed|expanded)$/i,
  // RFC 3461 §6.3 (b), §9.3: what is no domain has another type.
  'the name of a host': new RegExp(
    `^(?:dns ?; ?(?:${LABEL}(?:\\.${LABEL})+\\.?|${LITERAL})|(?!dns\\b)[\\w-]+ ?; ?\\S.*)$`,
    'i',
  ),
  // RFC 5322 §3.6.4.
  'a message identifier': new RegExp(`^<${LOCAL}@(?:${ATOMS}|${LITERAL})>$`),
  // RFC 5322 §3.4: with or without a name before it.
  'an address with a whole domain': new RegExp(
    `^(?:${LOCAL}@${WHOLE_DOMAIN}|(?:[^<>@"]|"(?:[^"\\\\]|\\\\.)*")*<${LOCAL}@${WHOLE_DOMAIN}>)$`,
  ),
} satisfies Record<string, RegExp>;

/** Of the addresses in a report: natively in one part, and in ASCII in the other (RFC 6533 §3). */
const FORM = 'an address in the form of its report';
const NATIVE = /^utf-8; (?!.*\\x\{)|^(?!utf-8;)/i;
const ASCII = /^[\x00-\x7f]*$/;

export type FieldQuality = keyof typeof TESTS | typeof FORM;
/** Every word of {field-quality}. */
export const FIELD_QUALITIES = [...Object.keys(TESTS), FORM] as FieldQuality[];

/** Judges all fields of this name, those too of the report that the message may be; where it has none, none is wrong. @throws Mismatch `field-differs` */
export function checkFieldQuality(message: Buffer, name: string, quality: FieldQuality): void {
  const values = [...headerFields(message), ...reportFields(message)]
    .filter((field) => field.name.toLowerCase() === name.toLowerCase())
    .map(({ value }) => value);
  const test = quality === FORM ? (readReport(message)?.global ? NATIVE : ASCII) : TESTS[quality];
  const wrong = values.filter((value) => !test.test(withoutComments(value).replace(/\s+/g, ' ').trim()));
  if (wrong.length === 0) return;
  throw new Mismatch(
    'field-differs',
    `the field ${name} does not hold ${quality}`,
    wrong.map((value) => `${name}: ${value}`).join('\n'),
  );
}

function reportFields(message: Buffer): { name: string; value: string }[] {
  const report = readReport(message);
  if (!report) return [];
  return [report.message, ...report.recipients].flatMap((fields) =>
    [...fields].map(([name, value]) => ({ name, value })),
  );
}
