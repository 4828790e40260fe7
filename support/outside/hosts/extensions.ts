/** What an EHLO reply offers, and which of a client's words need it. */
import type { Reply } from './record';

/** Keyword in capitals, with its parameters. */
export type Offers = ReadonlyMap<string, string>;

interface Need {
  extension: string;
  /** The row that forbids it without the offer, where there is a nearer one than RFC 5321's. */
  requirement?: string;
}

/** RFC 5321 §4.1.1.3 */
const PARAMETERS_ONLY_OF_WHAT_IS_OFFERED = 'R5321-4.1.1.3-6';
const DSN = { extension: 'DSN', requirement: 'R3461-5.2.2-1' };

/** Parameters of MAIL and RCPT, each with the extension that it belongs to. */
const PARAMETERS: Readonly<Record<string, Need>> = {
  SIZE: { extension: 'SIZE' },
  BODY: { extension: '8BITMIME' },
  SMTPUTF8: { extension: 'SMTPUTF8', requirement: 'R6531-3.2-7' },
  AUTH: { extension: 'AUTH' },
  BY: { extension: 'DELIVERBY' },
  REQUIRETLS: { extension: 'REQUIRETLS' },
  RET: DSN,
  ENVID: DSN,
  NOTIFY: DSN,
  ORCPT: DSN,
};

export function offersOf({ lines }: Reply): Offers {
  const words = lines.slice(1).map((line) => line.trim().split(/ +/));
  return new Map(words.map(([keyword = '', ...parameters]) => [keyword.toUpperCase(), parameters.join(' ')]));
}

/** The keyword of `SIZE=1000`. */
export function keywordOf(parameter: string): string {
  return parameter.split('=', 1)[0]!.toUpperCase();
}

/** The row that a parameter breaks where its extension is not offered, or undefined where it is. */
export function forbids(parameter: string, offers: Offers): string | undefined {
  const need = PARAMETERS[keywordOf(parameter)];
  if (need !== undefined && offers.has(need.extension)) return undefined;
  return need?.requirement ?? PARAMETERS_ONLY_OF_WHAT_IS_OFFERED;
}
