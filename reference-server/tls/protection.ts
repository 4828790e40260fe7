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

export class Protection {
  constructor(
    private readonly identity: TlsIdentity,
    readonly use: TlsUse,
  ) {}

  get ca(): string {
    return this.identity.ca;
  }

  get credentials(): Credentials {
    return this.identity.credentials;
  }

  get context(): SecureContext {
    return this.identity.context;
  }

  /** Begins the handshake on a connection; who comes asks for one of these names, or for none. */
  protect(plain: Socket, names: readonly string[]): TLSSocket {
    return new TLSSocket(plain, { isServer: true, secureContext: this.context, ALPNProtocols: [...names] });
  }
}
