import type { Socket } from 'node:net';
import { connect, type SecureContext, TLSSocket } from 'node:tls';
import { type HandshakeOptions, nodeTlsOptions, type TlsOptions } from './tls-options';

/**
 * Begins TLS on a connection: with a certificate to show we are its server, with one to look for its client.
 * @param early what has come already, and nobody listens any more: of a client it is the first of its handshake, of a server it was in clear
 */
export function beginTls(
  raw: Socket,
  tls: TlsOptions | SecureContext,
  early: Buffer,
  ready: () => void,
  handshake?: HandshakeOptions,
): TLSSocket {
  if ('servername' in tls) return connect({ ...nodeTlsOptions(tls, handshake), socket: raw }, ready);
  raw.pause();
  if (early.length > 0) raw.unshift(early);
  return new TLSSocket(raw, { isServer: true, secureContext: tls }).once('secure', ready);
}
