/** SCRAM-SHA-256 without channel binding (RFC 5802, RFC 7677). */

import { timingSafeEqual } from 'node:crypto';
import type { Account } from '../store/types';
import { type Credentials, hmac, sha256 } from './credentials';
import {
  decodeBase64,
  EMPTY_CHALLENGE,
  type Exchange,
  type Knowing,
  MALFORMED,
  type Mechanism,
  REFUSED,
  type Step,
  utf8,
} from './mechanism';

export function scramSha256(auth: Knowing): Mechanism {
  return { name: 'SCRAM-SHA-256', plaintext: false, start: () => new ScramExchange(auth) };
}

class ScramExchange implements Exchange {
  private expects: 'first' | 'final' | 'nothing' = 'first';
  private gs2 = '';
  private clientFirst = '';
  private serverFirst = '';
  private nonce = '';
  private account: Account | undefined;
  private credentials!: Credentials;

  constructor(private readonly auth: Knowing) {}

  step(response: Buffer | undefined): Step {
    if (response === undefined) return EMPTY_CHALLENGE;
    if (this.expects === 'first') return this.first(utf8(response) ?? '');
    if (this.expects === 'final') return this.final(utf8(response) ?? '');
    // The proof was right and our signature was sent: the client has nothing more to say (RFC 5802 §5).
    return response.length === 0 && this.account ? { kind: 'success', account: this.account } : MALFORMED;
  }

  /** client-first-message: `n,a=authzid,n=user,r=nonce` (RFC 5802 §7). */
  private first(text: string): Step {
    const match = /^([ny],(?:a=([^,]*))?,)(n=([^,]+),r=([\x21-\x2b\x2d-\x7e]+)(?:,.*)?)$/s.exec(text);
    if (!match) return MALFORMED;
    const [, gs2, authorize, bare, name, clientNonce] = match;
    const user = unescapeName(name!);
    const authorized = authorize === undefined || authorize === '' ? user : unescapeName(authorize);
    if (user === undefined || authorized === undefined) return MALFORMED;
    this.gs2 = gs2!;
    this.clientFirst = bare!;
    this.nonce = clientNonce! + this.auth.random(18).toString('base64');
    const account = this.auth.find(user);
    this.credentials = this.auth.credentials(account, user);
    this.account = account && this.auth.find(authorized)?.id === account.id ? account : undefined;
    const { salt, iterations } = this.credentials;
    this.serverFirst = `r=${this.nonce},s=${salt.toString('base64')},i=${iterations}`;
    this.expects = 'final';
    return { kind: 'challenge', data: Buffer.from(this.serverFirst) };
  }

  /** client-final-message: `c=gs2-header,r=nonce,p=proof`. */
  private final(text: string): Step {
    const match = /^(c=([^,]+),r=([^,]+)(?:,[^p].*)?),p=([^,]+)$/s.exec(text);
    if (!match) return MALFORMED;
    const [, withoutProof, binding, nonce, proofText] = match;
    const proof = decodeBase64(proofText!);
    if (binding !== Buffer.from(this.gs2).toString('base64') || nonce !== this.nonce || proof?.length !== 32)
      return MALFORMED;
    const message = `${this.clientFirst},${this.serverFirst},${withoutProof}`;
    const { storedKey, serverKey } = this.credentials;
    const signature = hmac(storedKey, message);
    const clientKey = Buffer.from(proof.map((octet, i) => octet ^ signature[i]!));
    if (!timingSafeEqual(sha256(clientKey), storedKey) || !this.account) return REFUSED;
    this.expects = 'nothing';
    return { kind: 'challenge', data: Buffer.from(`v=${hmac(serverKey, message).toString('base64')}`) };
  }
}

/** `=2C` is a comma and `=3D` an equals sign; any other `=` is wrong (RFC 5802 §5.1). */
function unescapeName(text: string): string | undefined {
  if (/=(?!2C|3D)/.test(text)) return undefined;
  return text.replaceAll('=2C', ',').replaceAll('=3D', '=');
}
