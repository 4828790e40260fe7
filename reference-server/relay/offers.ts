/** What another server says that it can, in its answer to EHLO (RFC 5321 §4.1.1.1). */

import type { Answer } from './answer';

/** Keywords in capitals, each with its parameters. */
export type Offers = ReadonlyMap<string, readonly string[]>;

export const NO_OFFERS: Offers = new Map();

/** The first line is the greeting; keywords ignore case (RFC 5321 §4.1.1.1). */
export function offersOf({ lines }: Answer): Offers {
  return new Map(
    lines.slice(1).map((line) => {
      // Servers of old wrote AUTH=PLAIN.
      const [keyword = '', ...parameters] = line
        .trim()
        .replace(/^AUTH=/i, 'AUTH ')
        .split(/ +/);
      return [keyword.toUpperCase(), parameters];
    }),
  );
}
