/** Times, as short as the reader can use them. */

import type { Language } from '../words/languages';

export function When({ date, language, now }: { date: Date; language: Language; now: number }) {
  if (Number.isNaN(date.getTime())) return <time />;
  return (
    <time dateTime={date.toISOString()} title={whole(date, language)}>
      {short(date, language, now)}
    </time>
  );
}

export function whole(date: Date, language: Language): string {
  if (Number.isNaN(date.getTime())) return '';
  return formatOf('whole', language).format(date);
}

function short(date: Date, language: Language, now: number): string {
  const today = new Date(now);
  if (date.toDateString() === today.toDateString()) return formatOf('time', language).format(date);
  if (date.getFullYear() === today.getFullYear()) return formatOf('day', language).format(date);
  return formatOf('year', language).format(date);
}

const SHAPES = {
  whole: { dateStyle: 'full', timeStyle: 'short' },
  time: { hour: '2-digit', minute: '2-digit' },
  day: { day: 'numeric', month: 'short' },
  year: { day: 'numeric', month: 'short', year: 'numeric' },
} satisfies Record<string, Intl.DateTimeFormatOptions>;

/** Making one costs more than all the rest of a line of the list: each is made once. */
const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(shape: keyof typeof SHAPES, language: Language): Intl.DateTimeFormat {
  const name = `${shape} ${language}`;
  const format = formats.get(name) ?? new Intl.DateTimeFormat(language, SHAPES[shape]);
  formats.set(name, format);
  return format;
}
