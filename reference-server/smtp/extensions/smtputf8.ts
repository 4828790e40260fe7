/** SMTPUTF8 (RFC 6531): addresses and header fields in UTF-8. */

import type { Extension } from '../extension';
import { SYNTAX } from '../reply';

export const smtpUtf8: Extension = {
  keyword: 'SMTPUTF8',
  rfc: 6531,
  announce: () => '',
  longer: { MAIL: 10, VRFY: 9, EXPN: 9 },
  mailParameters: {
    SMTPUTF8(transaction, value) {
      if (value !== undefined) return SYNTAX.arguments;
      transaction.utf8 = true;
      return undefined;
    },
  },
};
