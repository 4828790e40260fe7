/** What a POP3 response is by its grammar (RFC 1939 §3 to §7, RFC 2449 §3). */
import type { Ledger } from '../ledger';
import { checkCapability } from './capability';
import { isChallenge, LANGUAGE_LISTING } from './forms';
import type { Pop3Response } from './response';
import type { Pop3State } from './state';

/** With CRLF: RFC 1939 §3. */
const LONGEST = 512;
/** RFC 2449 §3: levels of printable ASCII without “/” and “]”. */
const RESPONSE_CODE = /^\[[!-.0-\\^-~]+(?:\/[!-.0-\\^-~]+)*\](?:$| )/;
/** RFC 1939 §7: the form of a Message-ID. */
const TIMESTAMP = /<[^<>@\s]+@[^<>@\s]+>/;
const SCAN = /^\d+ \d+(?: .*)?$/;
/** RFC 1939 §7: one to 70 characters from 0x21 to 0x7E. */
const UNIQUE_ID = /^\d+ [!-~]{1,70}$/;

export function checkGrammar(response: Pop3Response, state: Pop3State, ledger: Ledger): void {
  checkFirstLine(response, state, ledger);
  for (const { text, at } of response.lines ?? [])
    ledger.check(
      'pop3-stuffing',
      text[0] !== '.' || text[1] === '.',
      'a line begins with one dot that was not doubled',
      at,
    );
  const { verb, argument } = response.command;
  if (response.indicator !== '+OK') return;
  if (verb === 'CAPA') for (const line of response.lines ?? []) checkCapability(line, ledger);
  if (verb === 'STAT')
    ledger.check(
      'pop3-drop-listing',
      /^\+OK \d+ \d+(?: .*)?$/.test(response.first),
      'STAT is answered +OK, the number of messages and their octets',
      4,
    );
  if (verb === 'LIST') checkListing(response, argument, ledger, 'pop3-scan-listing', SCAN);
  if (verb === 'UIDL') checkListing(response, argument, ledger, 'pop3-unique-id-listing', UNIQUE_ID);
  if (verb === 'LANG') checkLines(response, ledger, 'pop3-language-listing', LANGUAGE_LISTING);
}

function checkFirstLine(
  { first, indicator, isGreeting, octets }: Pop3Response,
  state: Pop3State,
  ledger: Ledger,
): void {
  if (indicator === '+') {
    // However long the mechanism makes it: RFC 5034 §4.
    ledger.check(
      'pop3-challenge',
      isChallenge(first),
      'a challenge is a plus, a space and base64, and nothing more',
      2,
    );
    return;
  }
  const length = octets.indexOf(10) + 1;
  ledger.check('pop3-first-line-length', length <= LONGEST, `a first line of ${length} octets`, LONGEST);
  if (!isGreeting && first.length > indicator.length)
    ledger.check(
      'pop3-space-before-text',
      first[indicator.length] === ' ',
      'a space stands before the text',
      indicator.length,
    );
  const odd = first.search(state.international ? /\0/ : /[\0\x80-\xff]/);
  ledger.check('pop3-text', odd < 0, 'an octet in the text is not ASCII', odd);
  const text = first.slice(indicator.length + 1);
  if (text.startsWith('[') && state.announced.has('RESP-CODES'))
    ledger.check(
      'pop3-response-code',
      RESPONSE_CODE.test(text),
      'a text that begins with [ is a response code',
      indicator.length + 1,
    );
  if (isGreeting && first.includes('<'))
    ledger.check(
      'pop3-greeting-timestamp',
      TIMESTAMP.test(first),
      'the time stamp has the form of a Message-ID',
      first.indexOf('<'),
    );
}

/** Of all messages, or of the one that was named. */
function checkListing(
  response: Pop3Response,
  argument: string,
  ledger: Ledger,
  rule: 'pop3-scan-listing' | 'pop3-unique-id-listing',
  form: RegExp,
): void {
  if (response.lines !== undefined) checkLines(response, ledger, rule, form);
  else if (/^\d+$/.test(argument)) ledger.check(rule, form.test(response.first.slice(4)), 'this is no such listing', 4);
}

function checkLines(
  { lines = [] }: Pop3Response,
  ledger: Ledger,
  rule: 'pop3-scan-listing' | 'pop3-unique-id-listing' | 'pop3-language-listing',
  form: RegExp,
): void {
  for (const { text, at } of lines) ledger.check(rule, form.test(text), 'this is no such listing', at);
}
