/** OAUTHBEARER (RFC 7628) and XOAUTH2, which Google made before it: a token in the place of the password. */

import type { Account } from '../store/types';
import {
  EMPTY_CHALLENGE,
  type Exchange,
  type Knowing,
  MALFORMED,
  type Mechanism,
  NOT_AUTHORIZED,
  REFUSED,
  type Step,
  utf8,
} from './mechanism';
import { unescapeName } from './scram-messages';

/** What a client says: as whom it comes, if it says so, and with which token. */
interface Bearer {
  user: string | undefined;
  token: string;
}

interface Dialect {
  name: string;
  /** Undefined where it is not understood. */
  parse(text: string): Bearer | undefined;
  /** Why not, for the client to read: sent as a challenge, since a failure has no text of its own (RFC 7628 §3.2.3). */
  complaint: string;
  /** What the client answers to that. */
  acknowledgement: string;
}

/** RFC 6750 §2.1; the scheme ignores case (RFC 9110 §11.1). */
const AUTH = /^Bearer +([A-Za-z0-9._~+/-]+=*)$/i;

const OAUTHBEARER: Dialect = {
  name: 'OAUTHBEARER',
  // RFC 7628 §3.1: the GS2 header, then key=value, each ended by ^A, and one ^A more. There is no channel binding here.
  parse(text) {
    const match = /^[ny],(?:a=([^,]+))?,\x01((?:[A-Za-z]+=[^\x01]*\x01)*)\x01$/.exec(text);
    const token = match && tokenIn(match[2]!);
    const user = match?.[1] === undefined ? undefined : unescapeName(match[1]);
    if (!token || (match[1] !== undefined && user === undefined)) return undefined;
    return { user, token };
  },
  complaint: JSON.stringify({ status: 'invalid_token', scope: 'mail' }),
  acknowledgement: '\x01',
};

const XOAUTH2: Dialect = {
  name: 'XOAUTH2',
  parse(text) {
    const match = /^user=([^\x01]+)\x01((?:[A-Za-z]+=[^\x01]*\x01)*)\x01$/.exec(text);
    const token = match && tokenIn(match[2]!);
    return token ? { user: match[1], token } : undefined;
  },
  complaint: JSON.stringify({ status: '401', schemes: 'bearer', scope: 'mail' }),
  acknowledgement: '',
};

export const oauthBearer = (auth: Knowing) => mechanism(auth, OAUTHBEARER);
export const xOauth2 = (auth: Knowing) => mechanism(auth, XOAUTH2);

/** RFC 7628 §3: whoever sees a token has it, so that there must be TLS. */
function mechanism(auth: Knowing, dialect: Dialect): Mechanism {
  return { name: dialect.name, plaintext: true, tlsOnly: true, start: () => exchange(auth, dialect) };
}

function exchange(auth: Knowing, { parse, complaint, acknowledgement }: Dialect): Exchange {
  let failure: Step | undefined;
  return {
    step(response) {
      if (response === undefined) return EMPTY_CHALLENGE;
      const text = utf8(response) ?? '';
      if (failure) return text === acknowledgement ? failure : MALFORMED;
      const bearer = parse(text);
      if (!bearer) return MALFORMED;
      const account = auth.token(bearer.token);
      if (account && isFor(account, bearer, auth)) return { kind: 'success', account };
      failure = account ? NOT_AUTHORIZED : REFUSED;
      return { kind: 'challenge', data: Buffer.from(complaint) };
    },
  };
}

/** A token speaks for its own account alone. */
function isFor(account: Account, { user }: Bearer, auth: Knowing): boolean {
  return user === undefined || auth.find(user)?.id === account.id;
}

/** RFC 7628 §3.1: keys that are not known are passed over. */
function tokenIn(pairs: string): string | undefined {
  const auth = pairs.split('\x01').find((pair) => pair.startsWith('auth='));
  return AUTH.exec(auth?.slice('auth='.length) ?? '')?.[1];
}
