/** PLAIN (RFC 4616): authorization identity, authentication identity and password, parted by NUL. */

import {
  EMPTY_CHALLENGE,
  type Exchange,
  type Knowing,
  MALFORMED,
  type Mechanism,
  NOT_AUTHORIZED,
  REFUSED,
  utf8,
} from './mechanism';

export function plain(auth: Knowing): Mechanism {
  return { name: 'PLAIN', plaintext: true, start: () => exchange(auth) };
}

function exchange(auth: Knowing): Exchange {
  return {
    step(response) {
      if (response === undefined) return EMPTY_CHALLENGE;
      const parts = utf8(response)?.split('\0');
      if (parts?.length !== 3) return MALFORMED;
      const [authorize, user, password] = parts as [string, string, string];
      if (user === '' || password === '') return MALFORMED;
      const account = auth.password(user, password);
      if (!account) return REFUSED;
      // Nobody may act for somebody else here (RFC 4616 §2).
      if (authorize !== '' && auth.find(authorize)?.id !== account.id) return NOT_AUTHORIZED;
      return { kind: 'success', account };
    },
  };
}
