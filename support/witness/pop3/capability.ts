/** A line of CAPA: RFC 2449 §3, §5 and §6. */
import type { Ledger } from '../ledger';

const NONE = /^$/;
const NUMBER_OF_ANY_USER = /^\d+(?: USER)?$/i;

/** The arguments that each definition gives its tag: RFC 2449 §6, RFC 2595 §4, RFC 3206 §6, RFC 5034 §3, RFC 6856 §2 and §3. */
const DEFINED: Readonly<Record<string, RegExp>> = {
  TOP: NONE,
  USER: NONE,
  UIDL: NONE,
  'RESP-CODES': NONE,
  PIPELINING: NONE,
  STLS: NONE,
  'AUTH-RESP-CODE': NONE,
  LANG: NONE,
  // RFC 4422 §3.1: a mechanism's name. Where none is offered in clear the list is empty: no sentence asks for one at least (RFC 5034 §3).
  SASL: /^(?:[A-Z0-9_-]{1,20}(?: [A-Z0-9_-]{1,20})*)?$/,
  'LOGIN-DELAY': NUMBER_OF_ANY_USER,
  EXPIRE: /^(?:\d+|NEVER)(?: USER)?$/i,
  UTF8: /^(?:USER)?$/i,
};

export function checkCapability({ text, at }: { text: string; at: number }, ledger: Ledger): void {
  const length = text.length + 2;
  ledger.check('pop3-capability-length', length <= 512, `a capability of ${length} octets`, at + 512);
  // IMPLEMENTATION is free text for people, and servers put it in as it is (RFC 2449 §6.9).
  const wellFormed = /^[!--/-\x7f]+(?: [!-\x7f]+)*$/.test(text);
  if (!ledger.check('pop3-capability', wellFormed, 'a tag without a dot, then parameters, each behind one space', at))
    return;
  const [tag = ''] = text.split(' ', 1);
  const form = DEFINED[tag.toUpperCase()];
  if (form === undefined) return;
  ledger.check(
    'pop3-capability-arguments',
    form.test(text.slice(tag.length + 1)),
    `these are no arguments of ${tag}`,
    at + tag.length,
  );
}
