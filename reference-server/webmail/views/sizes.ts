/** Octets for people. */

import type { Language } from '../words/languages';

export function sizeOf(octets: number, language: Language): string {
  const [amount, unit] =
    octets < 1000
      ? [octets, 'byte']
      : octets < 1_000_000
        ? [octets / 1000, 'kilobyte']
        : [octets / 1_000_000, 'megabyte'];
  return new Intl.NumberFormat(language, {
    style: 'unit',
    unit,
    maximumFractionDigits: amount < 10 && unit !== 'byte' ? 1 : 0,
  }).format(amount);
}
