/** What a submission's header says, as far as it is looked at: who completes a message answers for its addresses (RFC 6409 §4.2, §5.1). */

import type { Directory } from '../../auth/directory';
import { type Reply, reply } from '../../delivery/reply';
import { parseAddresses } from '../../mime/address';
import { type Field, LONGEST_HEADER, readHeader, sameName } from '../../mime/header';
import { isQualified } from './qualified';

/** RFC 5322 §3.6.2, §3.6.3, §3.6.6. */
const ADDRESS_FIELDS = /^(?:resent-)?(?:from|sender|to|cc|bcc)$|^reply-to$/i;
/** Words that are read in one field: a header may be hostile. */
const WORDS = 50_000;
const IMPROPER = reply(554, '5.6.0', 'An address in the header has no fully qualified domain');

export interface Address {
  local: string;
  /** Empty where there is none. */
  domain: string;
}

/** The fields that a message begins with, one after the other, up to an empty line or to something that is no field; undefined for too many. */
export function leadingFields(content: Buffer): Field[] | undefined {
  const { fields, end } = readHeader(content, 0, () => false);
  if (end > LONGEST_HEADER) return undefined;
  const broken = fields.findIndex(({ start }, i) => start !== (i === 0 ? 0 : fields[i - 1]!.end));
  return broken < 0 ? fields : fields.slice(0, broken);
}

export function fieldsNamed(fields: readonly Field[], name: string): Field[] {
  return fields.filter((field) => sameName(field.name, name));
}

/** The addresses of a field; those of groups too, but not the groups' names. */
export function addressesOf({ value }: Field): Address[] {
  return parseAddresses(value, { tokens: WORDS }).flatMap(({ mailbox, host }) =>
    mailbox === null || host === null ? [] : [{ local: mailbox, domain: host }],
  );
}

/** What refuses the message for an address in its header, if anything does. */
export function improperAddress(fields: readonly Field[], directory: Directory): Reply | undefined {
  const proper = ({ local, domain }: Address) => local !== '' && (isQualified(domain) || directory.isLocal(domain));
  const named = fields.filter(({ name }) => ADDRESS_FIELDS.test(name));
  return named.every((field) => addressesOf(field).every(proper)) ? undefined : IMPROPER;
}
