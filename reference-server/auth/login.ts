/** LOGIN: never a standard, but still what many clients speak. It asks for the name, then for the password. */

import { type Exchange, type Knowing, MALFORMED, type Mechanism, REFUSED, utf8 } from './mechanism';

export function login(auth: Knowing): Mechanism {
  return { name: 'LOGIN', plaintext: true, start: () => exchange(auth) };
}

function exchange(auth: Knowing): Exchange {
  let user: string | undefined;
  return {
    step(response) {
      if (response === undefined) return { kind: 'challenge', data: Buffer.from('Username:') };
      const text = utf8(response);
      if (text === undefined || text === '' || text.includes('\0')) return MALFORMED;
      if (user === undefined) {
        user = text;
        return { kind: 'challenge', data: Buffer.from('Password:') };
      }
      const account = auth.password(user, text);
      return account ? { kind: 'success', account } : REFUSED;
    },
  };
}
