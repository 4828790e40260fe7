import type { Socket } from 'node:net';
import { connect, type SecureContext, TLSSocket } from 'node:tls';
import { type HandshakeOptions, nodeTlsOptions, type TlsOptions } from './tls-options';

/** Begins TLS on a connection: with a certificate to show we are its server, with one to look for its client. */
export function beginTls(
  raw: Socket,
  tls: TlsOptions | SecureContext,
  ready: () => void,
  handshake?: HandshakeOptions,
): TLSSocket {
  if ('servername' in tls) return connect({ ...nodeTlsOptions(tls, handshake), socket: raw }, ready);
  return new TLSSocket(raw, { isServer: true, secureContext: tls }).once('secure', ready);
}
