/** Qualities of the lines of a POP3 response that no pattern can say. The first line is the status. */
import { CAPABILITY_ARGUMENTS, isChallenge, LANGUAGE_LISTING } from '../witness/pop3/forms';
import type { Quality } from './quality';

/** As the rules of the run have them; IMPLEMENTATION says something (RFC 2449 §6.9). */
const DEFINED: Readonly<Record<string, RegExp>> = { ...CAPABILITY_ARGUMENTS, IMPLEMENTATION: /./ };

export const POP3_QUALITIES: Readonly<Record<string, Quality>> = {
  // RFC 2449 §4: the first line and each line of CAPA, with CRLF. (Lines of messages are not asked.)
  'at most 512 octets long': { fromLine: 0, holds: (line) => line.length + 2 <= 512 },
  // RFC 2449 §3: a tag without a dot, then parameters, each behind a single space.
  'a well-formed capability': {
    fromLine: 1,
    holds: (line) => /^[!--/-~]+(?: [!-~]+)*$/.test(line.toString('latin1')),
  },
  'a capability with the arguments of its definition': {
    fromLine: 1,
    holds: (line) => asDefined(line.toString('latin1')),
  },
  // RFC 1939 §5: a number, a space, the size; what follows is free.
  'a scan listing': { fromLine: 1, holds: (line) => /^[1-9]\d* \d+(?: .*)?$/.test(line.toString('latin1')) },
  'a scan listing and nothing more': { fromLine: 1, holds: (line) => /^[1-9]\d* \d+$/.test(line.toString('latin1')) },
  // RFC 1939 §7: a number, a space, 1 to 70 characters between 0x21 and 0x7E, and nothing more.
  'a unique-id listing': { fromLine: 1, holds: (line) => /^[1-9]\d* [!-~]{1,70}$/.test(line.toString('latin1')) },
  'a challenge in base64': { fromLine: 0, holds: (line) => isChallenge(line.toString('latin1')) },
  'an empty challenge': { fromLine: 0, holds: (line) => line.toString('latin1') === '+ ' },
  // The registry "POP3 Response Codes": RFC 2449 §8.1, RFC 3206 §4 and §5, RFC 6856 §5. (Lines of a payload are not asked.)
  'a status with a registered response code or none': {
    fromLine: 0,
    holds: (line, first) =>
      line !== first ||
      /^(?:\+OK|-ERR)(?: (?!\[)|$| \[(?:IN-USE|LOGIN-DELAY|AUTH|UTF8|SYS\/(?:TEMP|PERM))[/\]])/i.test(
        line.toString('latin1'),
      ),
  },
  // RFC 3206 §5: that would tell who exists.
  'a status that does not say [AUTH]': {
    fromLine: 0,
    holds: (line) => !/^-ERR \[AUTH\]/i.test(line.toString('latin1')),
  },
  'a language listing': { fromLine: 1, holds: (line) => LANGUAGE_LISTING.test(line.toString('latin1')) },
};

/** Tags that nobody has defined are free; one that runs into its argument (`EXPIRENEVER`) is none of those. */
function asDefined(line: string): boolean {
  const [tag = '', ...rest] = line.split(' ');
  const form = DEFINED[tag.toUpperCase()];
  if (form !== undefined) return form.test(rest.join(' '));
  return !Object.keys(DEFINED).some((known) => known.length > 4 && tag.toUpperCase().startsWith(known));
}
