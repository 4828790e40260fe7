/** What a SASL mechanism is to the protocols (RFC 4422): the same for SMTP, POP3 and IMAP. */

import type { Account } from '../store/types';
import type { Credentials } from './credentials';

export type Step =
  /** Send this to the client (base64 is the protocol's business) and hand in what it answers. */
  | { kind: 'challenge'; data: Buffer }
  | { kind: 'success'; account: Account }
  /**
   * `malformed`: the response breaks the mechanism's syntax; `credentials`: the wrong name or password. `authorization`: they were
   * right, but not for the identity to act as.
   */
  | { kind: 'failure'; reason: 'malformed' | 'credentials'; authorization?: true };

/** One attempt to log in. */
export interface Exchange {
  /** The client's next response; for the first step undefined, where the client gave no initial response. */
  step(response: Buffer | undefined): Step;
}

/** Who knows the accounts, as mechanisms ask it: see authenticator.ts for what each call gives. */
export interface Knowing {
  readonly random: (octets: number) => Buffer;
  find(user: string): Account | undefined;
  password(user: string, password: string): Account | undefined;
  credentials(account: Account | undefined, user: string): Credentials;
  secret(account: Account | undefined): string | undefined;
  token(token: string): Account | undefined;
  stamp(): string;
}

/** Kinds of channel binding: RFC 9266 for TLS 1.3, RFC 5929 §3 for TLS 1.2. */
export type BindingType = 'tls-exporter' | 'tls-unique';

/** The connection that a login comes over. */
export interface Channel {
  readonly secure: boolean;
  /** What only the two ends of its TLS know; undefined where this kind cannot be had. */
  binding(type: BindingType): Buffer | undefined;
}

export interface Mechanism {
  readonly name: string;
  /** It shows the password to whoever listens: not without TLS where TLS is demanded. */
  readonly plaintext: boolean;
  /** The server speaks first: there is nothing that could come with the command. */
  readonly serverFirst?: true;
  /** There is no such mechanism without TLS. */
  readonly tlsOnly?: true;
  start(channel: Channel): Exchange;
}

/** Those that there are on this connection. */
export function availableOn(channel: Channel, mechanisms: readonly Mechanism[]): Mechanism[] {
  return mechanisms.filter(({ tlsOnly }) => channel.secure || !tlsOnly);
}

export const EMPTY_CHALLENGE: Step = { kind: 'challenge', data: Buffer.alloc(0) };
export const MALFORMED: Step = { kind: 'failure', reason: 'malformed' };
export const REFUSED: Step = { kind: 'failure', reason: 'credentials' };
export const NOT_AUTHORIZED: Step = { kind: 'failure', reason: 'credentials', authorization: true };

/** Strict UTF-8; undefined when it is not. */
export function utf8(octets: Buffer): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(octets);
  } catch {
    return undefined;
  }
}

/** Decodes a base64 argument of a protocol; undefined when it is not canonical base64 (RFC 4648 §4). `=` alone is empty. */
export function decodeBase64(text: string): Buffer | undefined {
  if (text === '=') return Buffer.alloc(0);
  if (!/^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/.test(text)) return undefined;
  const octets = Buffer.from(text, 'base64');
  return octets.toString('base64') === text ? octets : undefined;
}
