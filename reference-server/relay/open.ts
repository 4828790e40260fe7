/** Opens a connection to another server. */

import { connect } from 'node:net';
import type { Clock } from '../net/clock';
import { Connection } from '../net/connection';

export interface OpenOptions {
  readonly clock: Clock;
  /** Milliseconds. */
  readonly timeout: number;
  /** Ends it, whether there is a connection by then or not. */
  readonly signal: AbortSignal;
}

/** Rejects with an Error that says why there is no connection. */
export function openConnection(address: string, port: number, options: OpenOptions): Promise<Connection> {
  const { clock, timeout, signal } = options;
  return new Promise((resolve, reject) => {
    const socket = connect({ host: address, port, noDelay: true, signal });
    const cancel = clock.after(timeout, () => socket.destroy(new Error('no connection in time')));
    socket.once('error', (error: NodeJS.ErrnoException) => {
      cancel();
      reject(new Error(error.code ?? error.message));
    });
    socket.once('connect', () => {
      cancel();
      socket.removeAllListeners('error');
      // Each command has a time of its own: see dialogue.ts.
      resolve(new Connection(socket, { clock, idle: Number.POSITIVE_INFINITY }));
    });
  });
}
