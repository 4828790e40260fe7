/** DSN (RFC 3461): what the sender wants to be told about, and how. */

import type { Extension } from '../extension';
import { SYNTAX } from '../reply';
import { decodeXtext } from '../syntax/xtext';

/** RFC 3461 §4.4: at most 100 characters as written. */
const LONGEST_ENVID = 100;
const WISHES = new Set(['SUCCESS', 'FAILURE', 'DELAY']);

export const dsn: Extension = {
  keyword: 'DSN',
  rfc: 'RFC 3461 §2',
  announce: () => '',
  // RFC 3461 §5 item 7: RET and ENVID at MAIL, NOTIFY and ORCPT (500 octets) at RCPT.
  longer: { MAIL: 117, RCPT: 537 },
  mailParameters: {
    // RFC 3461 §4.3.
    RET(transaction, value) {
      const wish = value?.toUpperCase();
      if (wish !== 'FULL' && wish !== 'HDRS') return SYNTAX.arguments;
      transaction.returnContent = wish;
      return undefined;
    },
    // RFC 3461 §4.4.
    ENVID(transaction, value) {
      const id = value === undefined || value.length > LONGEST_ENVID ? undefined : decodeXtext(value);
      if (id === undefined) return SYNTAX.arguments;
      transaction.envelopeId = id;
      transaction.envelopeIdWritten = value!;
      return undefined;
    },
  },
  rcptParameters: {
    // RFC 3461 §4.1: NEVER stands alone; in any case of letters.
    NOTIFY(recipient, value) {
      const wishes = value?.toUpperCase().split(',') ?? [];
      const never = wishes.length === 1 && wishes[0] === 'NEVER';
      if (!never && (wishes.length === 0 || !wishes.every((wish) => WISHES.has(wish)))) return SYNTAX.arguments;
      recipient.notify = wishes;
      return undefined;
    },
    // RFC 3461 §4.2.
    ORCPT(recipient, value) {
      const match = /^([A-Za-z0-9!#$%&'*+/=?^_`{|}~.-]+);(.+)$/s.exec(value ?? '');
      // RFC 3461 §5.2.1 (d): it goes on in the same letters.
      const type = match?.[1];
      // RFC 6533 §3: addresses in UTF-8 have a type and an encoding of their own.
      const address = type?.toLowerCase() === 'utf-8' ? match![2] : match && decodeXtext(match[2]!);
      if (type === undefined || address === undefined || address === null) return SYNTAX.arguments;
      recipient.originalRecipient = { type, address };
      recipient.originalRecipientWritten = value!;
      return undefined;
    },
  },
};
