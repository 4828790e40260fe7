/** Qualities of the lines of a reply that no pattern can say; SMTP's and LMTP's here, POP3's in pop3-lines.ts. */

import type { ProtocolName } from '../dialogue/dialogue';
import { Mismatch } from '../outcome';
import { escapeBytes } from '../wire/escape';
import { isRegistered } from '../witness/smtp/keywords';
import { POP3_QUALITIES } from './pop3-lines';
import type { Quality } from './quality';
import { SASL_QUALITIES } from './sasl-lines';

/** Lines that are shown of those that are not as they should be. */
const MOST_SHOWN = 10;

const SMTP_QUALITIES: Readonly<Record<string, Quality>> = {
  // RFC 5321 §4.1.1.1: ehlo-keyword, then parameters of any octets but controls, spaces and those beyond ASCII.
  'a well-formed keyword': {
    fromLine: 1,
    holds: (line) => /^[A-Za-z0-9][A-Za-z0-9-]*(?: [!-~]+)*$/.test(line.toString('latin1')),
  },
  'a registered keyword': {
    fromLine: 1,
    holds: (line) => isRegistered(line.toString('latin1').split(/[ =]/)[0]!.toUpperCase()),
  },
  // RFC 5321 §4.5.3.1.5: code, separator and CRLF are counted.
  'at most 512 octets long': { fromLine: 0, holds: (line) => line.length + 6 <= 512 },
  'in ASCII': { fromLine: 0, holds: (line) => line.every((octet) => octet < 128) },
  // RFC 2034 §4: on each line the same code, and a space after it.
  'begun with the same status code': {
    fromLine: 0,
    holds: (line, first) => statusCode(line) !== undefined && statusCode(line) === statusCode(first),
  },
  ...SASL_QUALITIES,
};

/** A status that has not this response code. */
const without = (code: string): Quality => ({
  fromLine: 0,
  holds: (line) => line.toString('latin1').split(' ', 3)[2]?.replace(/\].*/, '').toUpperCase() !== `[${code}`,
});

const IMAP_QUALITIES: Readonly<Record<string, Quality>> = {
  // RFC 4314 §6: to whom a mailbox is hidden nobody says that there is something which he may not see.
  'a status that does not say [NOPERM]': without('NOPERM'),
  // RFC 4315 §3.
  'a status that does not say [APPENDUID]': without('APPENDUID'),
};

/** By protocol; LMTP has SMTP's. */
const QUALITIES = { smtp: SMTP_QUALITIES, lmtp: SMTP_QUALITIES, pop3: POP3_QUALITIES, imap: IMAP_QUALITIES };

/** Every word of {line-quality}, by whose lines it may be asked of. */
export const LINE_QUALITIES = {
  SMTP: Object.keys(SMTP_QUALITIES),
  POP3: Object.keys(POP3_QUALITIES),
  IMAP: Object.keys(IMAP_QUALITIES),
} as const;

/**
 * @param lines of the last reply: SMTP's without code, POP3's status line and payload, IMAP's status, all without CRLF.
 * @throws Mismatch `line-differs`
 */
export function checkReplyLines(lines: readonly Buffer[], name: string, protocol: ProtocolName): void {
  const qualities = QUALITIES[protocol];
  const quality = qualities[name];
  if (quality === undefined)
    throw new Error(`“${name}” is no quality of a reply's lines; there are: ${Object.keys(qualities).join(', ')}.`);
  const bad = lines.slice(quality.fromLine).filter((line) => !quality.holds(line, lines[0]!));
  if (bad.length === 0) return;
  const which = bad.length === 1 ? 'a line of the reply is' : `${bad.length} lines of the reply are`;
  throw new Mismatch('line-differs', `${which} not ${name}`, bad.slice(0, MOST_SHOWN).map(escapeBytes).join('\n'));
}

function statusCode(line: Buffer): string | undefined {
  return /^[245]\.\d{1,3}\.\d{1,3}(?= )/.exec(line.toString('latin1'))?.[0];
}
