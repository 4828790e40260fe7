/** Opens a connection to another server. */

import { connect } from 'node:net';
import type { Clock } from '../net/clock';
import { Connection } from '../net/connection';

/** Rejects with an Error that says why when there is no connection within so many milliseconds. */
export function openConnection(address: string, port: number, clock: Clock, timeout: number): Promise<Connection> {
  return new Promise((resolve, reject) => {
    const socket = connect({ host: address, port, noDelay: true });
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
