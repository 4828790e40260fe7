import type { Socket } from 'node:net';
import { connect, type SecureContext, TLSSocket } from 'node:tls';
import { RecordWatch } from './record-watch';
import { type HandshakeOptions, nodeTlsOptions, type TlsOptions } from './tls-options';

/** What a client keeps of its handshakes: what the server gave it to go on by, and who looks at the records. */
const sessions = new WeakMap<TLSSocket, Buffer>();
const watches = new WeakMap<TLSSocket, RecordWatch>();

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
  if ('servername' in tls) {
    const watch = handshake?.watched && new RecordWatch(raw);
    const secure = connect({ ...nodeTlsOptions(tls, handshake), socket: (watch ?? raw) as Socket }, ready);
    if (watch) watches.set(secure, watch);
    // TLS 1.3 gives several, and the newest is the one that nobody has used.
    return secure.on('session', (session: Buffer) => sessions.set(secure, session));
  }
  raw.pause();
  if (early.length > 0) raw.unshift(early);
  return new TLSSocket(raw, { isServer: true, secureContext: tls }).once('secure', ready);
}

/** What the server gave its client to go on by in another connection, if it did. */
export function sessionOf(tls: TLSSocket | undefined): Buffer | undefined {
  return tls && sessions.get(tls);
}

/** Whether the server said goodbye under TLS (close_notify); undefined where nobody looked. */
export function farewellOf(tls: TLSSocket | undefined): boolean | undefined {
  return tls && watches.get(tls)?.farewell;
}
