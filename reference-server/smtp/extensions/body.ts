/** 8BITMIME (RFC 6152) and BINARYMIME (RFC 3030 §3): what octets the content may have. Content is stored as it came in any case. */

import { reply } from '../../delivery/reply';
import type { Extension } from '../extension';
import { SYNTAX } from '../reply';

export const eightBitMime: Extension = {
  keyword: '8BITMIME',
  rfc: 6152,
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
export const binaryMime: Extension = { keyword: 'BINARYMIME', rfc: 3030, announce: () => '', longer: { MAIL: 16 } };
