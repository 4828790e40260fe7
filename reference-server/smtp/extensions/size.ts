/** SIZE (RFC 1870): the client says beforehand how large the message is. */

import { TOO_BIG } from '../../delivery/judge';
import type { Extension } from '../extension';
import { SYNTAX } from '../reply';

export const size: Extension = {
  keyword: 'SIZE',
  rfc: 'RFC 1870 §3',
  announce: ({ context }) => String(context.limits.messageSize),
  longer: { MAIL: 26 },
  mailParameters: {
    SIZE(transaction, value, { context }) {
      if (value === undefined || !/^\d{1,20}$/.test(value)) return SYNTAX.arguments;
      transaction.declaredSize = Number(value);
      return transaction.declaredSize > context.limits.messageSize ? TOO_BIG : undefined;
    },
  },
};
