/** The server's end of the control socket. Whoever may write to it may read and remove mail: it is its owner's alone. */

import { once } from 'node:events';
import { chmodSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { createServer, type Socket } from 'node:net';
import { basename, join } from 'node:path';
import type { QueueDesk } from '../queue/desk';
import { byShortPath } from './place';
import { answer, LONGEST_REQUEST } from './requests';

export interface Control {
  /** Nobody is answered any more. */
  close(): Promise<void>;
}

/** Milliseconds of real time that somebody may be silent. */
const PATIENCE = 10_000;
const LF = '\n';

/**
 * Listens at this place, where nobody else does: whoever calls has the lock of the mail file. Rejects where no socket can be.
 * It is made in a folder that nobody else may enter and then takes the place of what a killed server has left, so that at no time
 * anybody finds one that is open to others.
 */
export async function openControl(place: string, desk: QueueDesk): Promise<Control> {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket.on('close', () => sockets.delete(socket)));
    serve(socket, desk);
  });
  const room = mkdtempSync(`${place}-`);
  try {
    const made = join(room, basename(place));
    await byShortPath(made, (path) => once(server.listen(path), 'listening'));
    chmodSync(made, 0o600);
    renameSync(made, place);
  } catch (error) {
    server.close();
    throw error;
  } finally {
    rmSync(room, { recursive: true, force: true });
  }
  return {
    async close() {
      rmSync(place, { force: true });
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      for (const socket of sockets) socket.destroy();
      await closed;
    },
  };
}

function serve(socket: Socket, desk: QueueDesk): void {
  let heard = '';
  const hear = (chunk: string) => {
    heard += chunk;
    const end = heard.indexOf(LF);
    if (end < 0 && heard.length <= LONGEST_REQUEST) return;
    socket.off('data', hear);
    if (end < 0) socket.destroy();
    else void answer(desk, heard.slice(0, end)).then((said) => socket.end(JSON.stringify(said) + LF));
  };
  socket.setEncoding('utf8').on('data', hear);
  socket.setTimeout(PATIENCE, () => socket.destroy());
  // Who asked is gone: nothing depends on it.
  socket.on('error', () => socket.destroy());
}
