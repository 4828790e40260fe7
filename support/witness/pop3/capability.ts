/** A line of CAPA: RFC 2449 §3, §5 and §6. */
import type { Ledger } from '../ledger';
import { CAPABILITY_ARGUMENTS, MECHANISMS } from './forms';

/** Where none is offered in clear the list of mechanisms is empty: no sentence asks for one at least (RFC 5034 §3). */
const FORMS: typeof CAPABILITY_ARGUMENTS = {
  ...CAPABILITY_ARGUMENTS,
  SASL: new RegExp(`^$|${MECHANISMS.source}`),
};

export function checkCapability({ text, at }: { text: string; at: number }, ledger: Ledger): void {
  const length = text.length + 2;
  ledger.check('pop3-capability-length', length <= 512, `a capability of ${length} octets`, at + 512);
  // IMPLEMENTATION is free text for people, and servers put it in as it is (RFC 2449 §6.9).
  const wellFormed = /^[!--/-\x7f]+(?: [!-\x7f]+)*$/.test(text);
  if (!ledger.check('pop3-capability', wellFormed, 'a tag without a dot, then parameters, each behind one space', at))
    return;
  const [tag = ''] = text.split(' ', 1);
  const form = FORMS[tag.toUpperCase()];
  if (form === undefined) return;
  ledger.check(
    'pop3-capability-arguments',
    form.test(text.slice(tag.length + 1)),
    `these are no arguments of ${tag}`,
    at + tag.length,
  );
}
