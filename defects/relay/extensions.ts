/** Mistakes with what a host offers (RFC 1870, 6152, 6531). */

import type { Dialogue } from '../../reference-server/relay/dialogue';
import { reporting } from './reports';
import { believing, COMMON, defect, type RelayDefect, saying, sendingText, taking } from './tools';

/** MAIL with other parameters. */
const declaring = (change: (parameters: readonly string[]) => readonly string[]) =>
  saying((right) => ({ mail: (path, parameters) => right.mail(path, change(parameters)) }));

const without = (pattern: RegExp) => (parameters: readonly string[]) =>
  parameters.filter((parameter) => !pattern.test(parameter));

/** What is not offered is done all the same, and not declared. */
const anyway = (keyword: string, parameter: RegExp) => {
  const { parts } = believing((offers) => new Map([...offers, [keyword, []]]));
  const { parts: declared } = declaring(without(parameter));
  return { parts: { dialogue: (right: Dialogue) => together(parts!.dialogue!(right), declared!.dialogue!(right)) } };
};

/** What is too wide for a host goes to it in another form. */
const sevenBit = (change: (text: string) => string) => {
  const { parts } = anyway('8BITMIME', /^BODY=/);
  const { parts: sent } = sendingText(change);
  return { parts: { dialogue: (right: Dialogue) => together(parts.dialogue(right), sent!.dialogue!(right)) } };
};

/** Getters stay getters. */
function together<Part extends object>(one: Part, other: Part): Part {
  return Object.defineProperties(one, Object.getOwnPropertyDescriptors(other));
}

export const extensions: readonly RelayDefect[] = [
  defect(
    'size-too-small',
    'The declared size is that of something else.',
    'https://github.com/MFernstrom/xmailer/issues/3',
    declaring((parameters) => parameters.map((each) => each.replace(/^SIZE=.*/, 'SIZE=17'))),
  ),
  defect(
    '452-for-good',
    'A host that has no room now is taken for one that never has.',
    COMMON,
    taking((answer) => (answer.code === 452 ? { ...answer, code: 552 } : answer)),
  ),
  defect(
    'no-room-passed-over',
    'A host that refuses the declared size is asked for the recipients all the same.',
    COMMON,
    saying((right) => ({
      async mail(path, parameters) {
        const answer = await right.mail(path, parameters);
        return answer.code === 452 || answer.code === 552 ? { ...answer, code: 250 } : answer;
      },
    })),
  ),
  defect(
    'hopeless-forgotten',
    'What a host cannot take by what it offers is not sent, and nobody hears of that.',
    COMMON,
    reporting((right) => ({
      // A host that refuses has said something; here nobody has.
      isDue: (news) => (news.diagnostic !== undefined || news.action !== 'failed') && right.isDue(news),
    })),
  ),
  defect(
    'eight-bit-undeclared',
    'MAIL does not say that the content has octets beyond ASCII.',
    'https://github.com/KumoCorp/kumomta/issues/327',
    declaring(without(/^BODY=/)),
  ),
  defect(
    'eight-bit-anyway',
    'Octets beyond ASCII go to hosts that do not offer 8BITMIME.',
    'https://github.com/gen-smtp/gen_smtp/issues/7',
    anyway('8BITMIME', /^BODY=/),
  ),
  defect(
    'eight-bit-stripped',
    'For a host without 8BITMIME the high bit of each octet is cleared.',
    'https://www.rfc-editor.org/rfc/rfc5321#section-2.4',
    sevenBit((text) => text.replace(/[\x80-\xff]/g, (octet) => String.fromCharCode(octet.charCodeAt(0) & 0x7f))),
  ),
  defect(
    'eight-bit-encoded-unlabelled',
    'For a host without 8BITMIME octets are encoded, and nothing in the message says so.',
    COMMON,
    sevenBit((text) => text.replace(/[\x80-\xff]/g, (octet) => `=${octet.charCodeAt(0).toString(16).toUpperCase()}`)),
  ),
  defect(
    'utf8-undeclared',
    'MAIL does not say that addresses or header are beyond ASCII.',
    'https://github.com/KumoCorp/kumomta/issues/327',
    declaring(without(/^SMTPUTF8$/)),
  ),
  defect(
    'utf8-anyway',
    'Addresses and headers beyond ASCII go to hosts that do not offer SMTPUTF8.',
    'https://github.com/muquit/mailsend/issues/98',
    anyway('SMTPUTF8', /^SMTPUTF8$/),
  ),
];
