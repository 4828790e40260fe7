/** What TLS has to be on the way to a place before mail is handed over there. */

import { checkServerIdentity, type SecureContextOptions, type TLSSocket } from 'node:tls';
import type { Smarthost } from './options';
import type { Outcome } from './outcome';
import type { Parcel } from './parcel';
import type { Hop } from './routes';

export interface Protection {
  /** `optional`: where it is not to be had, the message goes in clear (RFC 7435 §3). */
  readonly use: 'none' | 'optional' | 'required';
  /** What is wrong with who is at the other end; absent where nobody reads the certificate. */
  readonly judge?: (peer: TLSSocket) => string | undefined;
  /** Two places that ask for the same have the same key: a connection may be kept for both. */
  readonly key: string;
}

/** Who says what it takes to hand a message over. */
export interface Protections {
  /** What it takes at this place, or why the place is of no use: then nothing is said there. */
  of(domain: string, hop: Hop, parcel: Parcel): Promise<Protection | Outcome>;
}

/** PEM of the authorities that are trusted; those that Node knows, when absent. */
export type Authorities = SecureContextOptions['ca'];

export const OPTIONAL: Protection = { use: 'optional', key: 'optional' };
export const IN_CLEAR: Protection = { use: 'none', key: 'none' };

/** TLS with a certificate that an authority has issued for this name or address. */
export function verified(name: string): Protection {
  return { use: 'required', key: `verified ${name}`, judge: (peer) => untrusted(peer) ?? otherName(peer, name) };
}

/** How a smarthost is spoken to: a password is for the right eyes only. */
export function protectionOf({ host, password, tls }: Smarthost): Protection {
  const use = tls ?? (password === undefined ? 'optional' : 'required');
  return use === 'verified' ? verified(host) : { use, key: use };
}

/** Dates and authority. */
export function untrusted({ authorized, authorizationError }: TLSSocket): string | undefined {
  return authorized ? undefined : `its certificate is not trusted: ${authorizationError}`;
}

/** The names that the certificate says it is for, the common name only where it says none. */
export function otherName(peer: TLSSocket, name: string): string | undefined {
  return checkServerIdentity(name, peer.getPeerCertificate())?.message;
}

/** The same everywhere. */
export class SameProtection implements Protections {
  constructor(private readonly protection: Protection) {}

  async of(): Promise<Protection> {
    return this.protection;
  }
}
