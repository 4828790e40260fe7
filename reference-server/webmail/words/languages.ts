/** The languages of the pages. */

import { EN, type Words } from './en';
import { ES } from './es';

export type { Words };

export const LANGUAGES = { en: EN, es: ES } as const satisfies Readonly<Record<string, Words>>;
export type Language = keyof typeof LANGUAGES;

export function isLanguage(text: string): text is Language {
  return Object.hasOwn(LANGUAGES, text);
}

/** The one chosen; else the one that the browser likes best (Accept-Language); else English. */
export function languageOf(chosen: string, accepted = ''): Language {
  if (isLanguage(chosen)) return chosen;
  const wishes = accepted
    .split(',')
    .map((wish) => {
      const [range = '', ...parameters] = wish.trim().toLowerCase().split(';');
      const quality = parameters.map((text) => /^\s*q=([\d.]+)$/.exec(text)?.[1]).find((found) => found !== undefined);
      return { language: range.split('-')[0]!, quality: quality === undefined ? 1 : Number(quality) };
    })
    .filter(({ language, quality }) => isLanguage(language) && quality > 0)
    .sort((a, b) => b.quality - a.quality);
  return (wishes[0]?.language as Language | undefined) ?? 'en';
}
