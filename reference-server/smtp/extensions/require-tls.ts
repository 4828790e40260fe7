/** REQUIRETLS (RFC 8689): a message that goes on under TLS to hosts that are known, or not at all. */

import { reply } from '../../delivery/reply';
import type { Extension } from '../extension';
import { SYNTAX } from '../reply';

const IN_CLEAR = reply(530, '5.7.10', 'Begin TLS first: the message came so far without');

export const requireTls: Extension = {
  keyword: 'REQUIRETLS',
  rfc: 'RFC 8689 §2',
  announce: ({ connection }) => (connection.secure ? '' : undefined),
  longer: { MAIL: 11 },
  mailParameters: {
    REQUIRETLS(transaction, value, { connection }) {
      if (value !== undefined) return SYNTAX.arguments;
      if (!connection.secure) return IN_CLEAR;
      transaction.requireTls = true;
      return undefined;
    },
  },
};
