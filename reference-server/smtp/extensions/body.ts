/** 8BITMIME (RFC 6152) and BINARYMIME (RFC 3030 §3): what octets the content may have. Content is stored as it came in any case. */

import { reply } from '../../delivery/reply';
import type { Extension } from '../extension';
import { SYNTAX, sequence } from '../reply';

export const eightBitMime: Extension = {
  keyword: '8BITMIME',
  rfc: 'RFC 6152 §2',
  announce: () => '',
  longer: { MAIL: 17 },
  mailParameters: {
    BODY(transaction, value, session) {
      const body = value?.toUpperCase();
      if (body === 'BINARYMIME' && !session.announces(binaryMime)) {
        return reply(555, '5.5.4', 'I do not know BODY=BINARYMIME');
      }
      if (body !== '7BIT' && body !== '8BITMIME' && body !== 'BINARYMIME') return SYNTAX.arguments;
      transaction.body = body;
      return undefined;
    },
  },
};

/** Stands only together with CHUNKING; the BODY parameter is 8BITMIME's. */
export const binaryMime: Extension = {
  keyword: 'BINARYMIME',
  rfc: 'RFC 3030 §3',
  announce: () => '',
  longer: { MAIL: 16 },
  bars({ transaction }, verb) {
    // RFC 3030 §3: DATA has no way to carry it.
    return verb === 'DATA' && transaction?.body === 'BINARYMIME' ? sequence('Binary content needs BDAT') : undefined;
  },
};
