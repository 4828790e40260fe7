/** CRAM-MD5 (RFC 2195): only for accounts that keep their secret. */

import { createHmac, timingSafeEqual } from 'node:crypto';
import { type Exchange, type Knowing, MALFORMED, type Mechanism, REFUSED, utf8 } from './mechanism';

export function cramMd5(auth: Knowing): Mechanism {
  return { name: 'CRAM-MD5', plaintext: false, serverFirst: true, start: () => exchange(auth) };
}

function exchange(auth: Knowing): Exchange {
  const challenge = auth.stamp();
  return {
    step(response) {
      if (response === undefined) return { kind: 'challenge', data: Buffer.from(challenge) };
      const match = /^(.+) ([0-9a-f]{32})$/s.exec(utf8(response) ?? '');
      if (!match) return MALFORMED;
      const account = auth.find(match[1]!);
      const expected = createHmac('md5', auth.secret(account) ?? auth.stamp())
        .update(challenge)
        .digest();
      const right = timingSafeEqual(expected, Buffer.from(match[2]!, 'hex'));
      return right && account ? { kind: 'success', account } : REFUSED;
    },
  };
}
