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
  return new Intl.DateTimeFormat(language, { dateStyle: 'full', timeStyle: 'short' }).format(date);
}

function short(date: Date, language: Language, now: number): string {
  const today = new Date(now);
  if (date.toDateString() === today.toDateString())
    return new Intl.DateTimeFormat(language, { hour: '2-digit', minute: '2-digit' }).format(date);
  if (date.getFullYear() === today.getFullYear())
    return new Intl.DateTimeFormat(language, { day: 'numeric', month: 'short' }).format(date);
  return new Intl.DateTimeFormat(language, { day: 'numeric', month: 'short', year: 'numeric' }).format(date);
}
