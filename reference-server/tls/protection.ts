/** How the server shakes hands: one for all protocols, which each of them may be made to see otherwise (seams.ts). */

import type { Socket } from 'node:net';
import { type SecureContext, TLSSocket } from 'node:tls';
import type { Protocol } from '../services';
import type { Credentials } from './context';
import type { TlsIdentity, TlsUse } from './identity';

/**
 * What a client may call the protocol that it means (ALPN): imap and pop3 are registered (RFC 2595), the others are what Exim knows. Whoever
 * asks for another, a web browser perhaps, does not get through the handshake (RFC 9325 §3.8): what it would say is not for this server.
 */
export const NAMES: Readonly<Record<Protocol, readonly string[]>> = {
  smtp: ['smtp', 'esmtp'],
  lmtp: ['lmtp'],
  pop3: ['pop3'],
  imap: ['imap'],
};

export interface ProtectionOptions {
  use: TlsUse;
  /** The names that clients may ask for (SNI); any, where there are none. */
  names?: readonly string[] | undefined;
  log?: (line: string) => void;
}

export class Protection {
  readonly use: TlsUse;

  constructor(
    private identity: TlsIdentity,
    private readonly options: ProtectionOptions,
  ) {
    this.use = options.use;
  }

  get ca(): string {
    return this.identity.ca;
  }

  get credentials(): Credentials {
    return this.identity.credentials;
  }

  get context(): SecureContext {
    return this.identity.context;
  }

  /** Another certificate for all handshakes that begin from now on. @throws where it and its key do not belong together */
  renew(credentials: Credentials): void {
    this.identity = this.identity.renewed(credentials);
  }

  /** Begins the handshake on a connection; who comes asks for one of these protocols, or for none. */
  protect(plain: Socket, names: readonly string[]): TLSSocket {
    const { log = () => {}, names: known } = this.options;
    const secure = new TLSSocket(plain, {
      isServer: true,
      secureContext: this.context,
      ALPNProtocols: [...names],
      ...(known && { SNICallback: (name, done) => meant(name, known, plain, done) }),
    });
    const from = plain.remoteAddress ?? 'a client that is gone';
    const failed = (error: Error) => log(`tls: handshake with ${from} failed: ${reasonOf(error)}`);
    return secure.once('error', failed).once('secure', () => secure.off('error', failed));
  }
}

/** Whether this is the server that the client asks for. */
function meant(name: string, names: readonly string[], plain: Socket, done: (error: Error | null) => void): void {
  const known = names.some((one) => one.toLowerCase() === name.toLowerCase());
  // The library has no way to say so: an alert in clear, as all are before the ServerHello (RFC 8446 §6).
  if (!known) plain.write(UNRECOGNIZED_NAME);
  done(known ? null : new Error(`it asks for ${JSON.stringify(name.slice(0, 255))}`));
}

/** A fatal alert, unrecognized_name (RFC 6066 §3), in a record. */
const UNRECOGNIZED_NAME = Buffer.from([21, 3, 3, 0, 2, 2, 112]);

/** What OpenSSL says, without its numbers and files: `no shared cipher`. */
function reasonOf(error: Error & { reason?: string }): string {
  return error.reason ?? error.message;
}
