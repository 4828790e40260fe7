/** SCRAM-SHA-256 and SCRAM-SHA-256-PLUS (RFC 5802, RFC 7677). */

import { timingSafeEqual } from 'node:crypto';
import type { Account } from '../store/types';
import { type Credentials, hmac, sha256 } from './credentials';
import {
  type BindingType,
  type Channel,
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
import { prepare } from './passwords';
import { parseClientFinal, parseClientFirst, unescapeName } from './scram-messages';

export function scramSha256(auth: Knowing): Mechanism {
  return {
    name: 'SCRAM-SHA-256',
    plaintext: false,
    start: (channel) => new ScramExchange(auth, channel, false),
  };
}

/** The proof covers the TLS connection too: somebody in the middle, with a certificate of his own, gets nowhere. */
export function scramSha256Plus(auth: Knowing): Mechanism {
  return {
    name: 'SCRAM-SHA-256-PLUS',
    plaintext: false,
    tlsOnly: true,
    start: (channel) => new ScramExchange(auth, channel, true),
  };
}

class ScramExchange implements Exchange {
  private expects: 'first' | 'final' | 'nothing' = 'first';
  /** What `c=` must hold: the GS2 header and, with -PLUS, what binds to the channel. */
  private binding = Buffer.alloc(0);
  private clientFirst = '';
  private serverFirst = '';
  private nonce = '';
  private account: Account | undefined;
  private credentials!: Credentials;

  constructor(
    private readonly auth: Knowing,
    private readonly channel: Channel,
    private readonly plus: boolean,
  ) {}

  step(response: Buffer | undefined): Step {
    if (response === undefined) return EMPTY_CHALLENGE;
    if (this.expects === 'first') return this.first(utf8(response) ?? '');
    if (this.expects === 'final') return this.final(utf8(response) ?? '');
    // The proof was right and our signature was sent: the client has nothing more to say (RFC 5802 §5).
    return response.length === 0 && this.account ? { kind: 'success', account: this.account } : MALFORMED;
  }

  private first(text: string): Step {
    const message = parseClientFirst(text);
    const bound = message && this.bound(message.flag);
    if (!message || !bound) return MALFORMED;
    const user = unescapeName(message.name);
    const authorized = message.authorize ? unescapeName(message.authorize) : user;
    // RFC 5802 §5.1: a name that SASLprep forbids or leaves nothing of ends the exchange.
    if (user === undefined || authorized === undefined || !prepare(user)) return MALFORMED;
    this.binding = Buffer.concat([Buffer.from(message.gs2), bound]);
    this.clientFirst = message.bare;
    this.nonce = message.nonce + this.auth.random(18).toString('base64');
    const account = this.auth.find(user);
    this.credentials = this.auth.credentials(account, user);
    this.account = account && this.auth.find(authorized)?.id === account.id ? account : undefined;
    const { salt, iterations } = this.credentials;
    this.serverFirst = `r=${this.nonce},s=${salt.toString('base64')},i=${iterations}`;
    this.expects = 'final';
    return { kind: 'challenge', data: Buffer.from(this.serverFirst) };
  }

  /** The channel's part of `c=`; undefined where the flag does not fit (RFC 5802 §6). */
  private bound(flag: string): Buffer | undefined {
    const type = /^p=(.*)$/.exec(flag)?.[1];
    if (this.plus !== (type !== undefined)) return undefined;
    if (type !== undefined) return isBindingType(type) ? this.channel.binding(type) : undefined;
    // The client believes that there is no -PLUS here, where it is announced: somebody took it out of the list.
    return flag === 'y' && this.channel.secure ? undefined : Buffer.alloc(0);
  }

  private final(text: string): Step {
    const message = parseClientFinal(text);
    const proof = message && decodeBase64(message.proof);
    if (!message || proof?.length !== 32 || message.nonce !== this.nonce) return MALFORMED;
    if (!decodeBase64(message.binding)?.equals(this.binding)) return MALFORMED;
    const signed = `${this.clientFirst},${this.serverFirst},${message.withoutProof}`;
    const { storedKey, serverKey } = this.credentials;
    const signature = hmac(storedKey, signed);
    const clientKey = Buffer.from(proof.map((octet, i) => octet ^ signature[i]!));
    if (!timingSafeEqual(sha256(clientKey), storedKey) || !this.account) return REFUSED;
    this.expects = 'nothing';
    return { kind: 'challenge', data: Buffer.from(`v=${hmac(serverKey, signed).toString('base64')}`) };
  }
}

function isBindingType(type: string): type is BindingType {
  return type === 'tls-exporter' || type === 'tls-unique';
}
