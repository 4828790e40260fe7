/** Mistakes in reading replies (RFC 5321 §4.2). */

import { Unusable } from '../../reference-server/relay/dialogue';
import { editingLines, takenInPieces } from '../tools/lines';
import { believing, COMMON, defect, hearing, type RelayDefect, taking } from './tools';

/** RFC 5321 §4.2.3. */
const KNOWN = /^(?:2[25][0-2]|354|4[25][0-2]|455|50[0-4]|55[0-5])$/;

const passedOver = (pattern: RegExp) => {
  throw new Unusable(`said what ${pattern} does not fit`);
};

const known = (code: number) => KNOWN.test(String(code));
const unknown = (digit: number, becomes: number) =>
  taking((answer) =>
    Math.floor(answer.code / 100) === digit && !known(answer.code) ? { ...answer, code: becomes } : answer,
  );

export const reading: readonly RelayDefect[] = [
  defect(
    'texts-believed',
    'A reply that has a code of failure in its text is a failure.',
    COMMON,
    taking((answer) => {
      const [said] = /\b[45]\d\d\b/.exec(answer.lines.join(' ')) ?? [];
      return said === undefined ? answer : { ...answer, code: Number(said) };
    }),
  ),
  defect(
    'bare-codes-refused',
    'A reply without a text is none.',
    'https://github.com/webdigi/SMTP-Based-Email-Validation/issues/2',
    hearing(() => editingLines((line) => (/^\d\d\d ?\r\n$/.test(line) ? '?\r\n' : line))),
  ),
  defect(
    'unknown-2yz-refused',
    'Success is 250 and what else the RFC lists, and no other code.',
    'https://github.com/cutelyst/simple-mail/issues/28',
    unknown(2, 554),
  ),
  defect(
    'unknown-4yz-for-good',
    'A code of temporary failure that the RFC does not list is taken for good.',
    COMMON,
    unknown(4, 554),
  ),
  defect(
    'unknown-5yz-dropped',
    'A code of failure that the RFC does not list is taken for success.',
    COMMON,
    unknown(5, 250),
  ),
  defect(
    'out-of-range-passed',
    'A code that is no failure is a success, whatever its first digit.',
    COMMON,
    hearing(() => editingLines((line) => line.replace(/^[016-9]\d\d(?=[ -])/, '250'))),
  ),
  defect(
    'each-line-a-reply',
    'Each line is a reply of its own.',
    'https://github.com/nim-lang/smtp/issues/24',
    hearing(() => editingLines((line) => line.replace(/^(\d\d\d)-/, '$1 '))),
  ),
  defect(
    'greeting-of-one-line',
    'The greeting has one line; what follows answers the next commands.',
    'https://github.com/microsoft/referencesource/issues/123',
    hearing(() => editingLines((line) => line.replace(/^220-/, '220 '))),
  ),
  defect(
    'pieces-are-lines',
    'What comes in one packet is taken for a whole line.',
    'https://github.com/postalserver/postal/pull/3599',
    hearing(takenInPieces),
  ),
  defect(
    'replies-of-ten-lines',
    'A reply of more than ten lines is given up.',
    COMMON,
    hearing(() => {
      let lines = 0;
      return editingLines((line) => {
        lines = /^\d\d\d-/.test(line) ? lines + 1 : 0;
        return lines > 10 ? '?\r\n' : line;
      });
    }),
  ),
  defect(
    'lines-of-256-octets',
    'What a line of a reply has beyond 256 octets is taken for the next one.',
    COMMON,
    hearing(() => editingLines((line) => line.replace(/[^\r\n]{256}(?=[^\r\n])/g, '$&\r\n'))),
  ),
  defect(
    'keywords-in-capitals',
    'A keyword that is not written in capitals is not seen.',
    'https://github.com/curl/curl/issues/18588',
    hearing(() => editingLines((line) => line.replace(/^(250[- ])(?=[A-Z\d-]*[a-z])\S+(?=\s)(?!\.)/, '$1X'))),
  ),
  defect(
    'unknown-keyword-refused',
    'A host that offers what the client does not know is left.',
    COMMON,
    believing((offers) => (offers.has('XSECRET') ? passedOver(/known/) : offers)),
  ),
];
