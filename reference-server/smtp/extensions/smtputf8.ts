/** SMTPUTF8 (RFC 6531): addresses and header fields in UTF-8. */

import { type Reply, reply } from '../../delivery/reply';
import type { Extension } from '../extension';
import { SYNTAX } from '../reply';
import { isAscii } from '../syntax/path';

/** Refuses addresses in UTF-8 where the parameter was not given (RFC 6531 §3.5, §3.7.4.2). */
export function unasked(text: string, utf8: boolean): Reply | undefined {
  return utf8 || isAscii(text) ? undefined : reply(553, '5.6.7', 'This address needs SMTPUTF8');
}

export const smtpUtf8: Extension = {
  keyword: 'SMTPUTF8',
  rfc: 'RFC 6531 §3.1',
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
