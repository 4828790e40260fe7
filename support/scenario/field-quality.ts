/** What is asked of header fields that nobody knows beforehand: those that a server adds (RFC 6409 §8). */
import { Mismatch } from '../outcome';
import { headerFields } from './message';
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
  // RFC 5322 §3.6.4.
  'a message identifier': new RegExp(`^<${LOCAL}@(?:${ATOMS}|${LITERAL})>$`),
  // RFC 5322 §3.4: with or without a name before it.
  'an address with a whole domain': new RegExp(
    `^(?:${LOCAL}@${WHOLE_DOMAIN}|(?:[^<>@"]|"(?:[^"\\\\]|\\\\.)*")*<${LOCAL}@${WHOLE_DOMAIN}>)$`,
  ),
} satisfies Record<string, RegExp>;

export type FieldQuality = keyof typeof TESTS;
/** Every word of {field-quality}. */
export const FIELD_QUALITIES = Object.keys(TESTS) as FieldQuality[];

/** Judges all fields of this name; where the message has none, none is wrong. @throws Mismatch `field-differs` */
export function checkFieldQuality(message: Buffer, name: string, quality: FieldQuality): void {
  const values = headerFields(message)
    .filter((field) => field.name.toLowerCase() === name.toLowerCase())
    .map(({ value }) => value);
  const wrong = values.filter((value) => !TESTS[quality].test(withoutComments(value).replace(/\s+/g, ' ').trim()));
  if (wrong.length === 0) return;
  throw new Mismatch(
    'field-differs',
    `the field ${name} does not hold ${quality}`,
    wrong.map((value) => `${name}: ${value}`).join('\n'),
  );
}
