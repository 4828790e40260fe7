import { TLSSocket } from 'node:tls';
import type { Connection } from '../../reference-server/net/connection';

/** Whether the client has gone on with the keys of an earlier session of TLS. */
export function isResumed(connection: Connection): boolean {
  const { socket } = connection as unknown as { socket: unknown };
  return socket instanceof TLSSocket && socket.isSessionReused();
}

/** Where it was really made; there it was a certificate of the client that was not asked for again. */
export const RESUMED = 'https://github.com/randombit/botan/issues/5818';
