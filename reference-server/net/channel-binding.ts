/** What only the two ends of one TLS connection know, for SCRAM-SHA-256-PLUS. */

import type { TLSSocket } from 'node:tls';

/**
 * tls-exporter (RFC 9266 §2) under TLS 1.3; under TLS 1.2 Node does not tell whether the session hash is in use (RFC 7627), without which it
 * is not safe (RFC 9266 §4). tls-unique (RFC 5929 §3) under TLS 1.2: for TLS 1.3 it is not defined (RFC 9266 §1).
 */
export function channelBinding(socket: TLSSocket, type: 'tls-exporter' | 'tls-unique'): Buffer | undefined {
  const version = socket.getProtocol();
  if (type === 'tls-exporter')
    return version === 'TLSv1.3'
      ? socket.exportKeyingMaterial(32, 'EXPORTER-Channel-Binding', Buffer.alloc(0))
      : undefined;
  if (version !== 'TLSv1.2') return undefined;
  // The first Finished of the handshake: the client's, and in a resumed session the server's.
  return socket.isSessionReused() ? socket.getFinished() : socket.getPeerFinished();
}
