/** All of the Internet but the webmail: one port to which every name leads. What arrives there has left. */

import type { AddressInfo } from 'node:net';
import { createServer, type Server, type Socket } from 'node:net';
import { ELSEWHERE } from './corpus';

export interface Elsewhere {
  port: number;
  /** The ids of the vectors whose hosts were asked for anything, be it a name in the clear, in TLS's first message, or in HTTP. */
  reached: Set<number>;
  /** Connections on which nobody has said anything yet. */
  silent: number;
  /** Waits until this host has been asked for something. */
  heard(host: string): Promise<void>;
  close(): Promise<void>;
}

const ANSWER =
  'HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nAccess-Control-Allow-Origin: *\r\nContent-Length: 0\r\nConnection: close\r\n\r\n';

export async function startElsewhere(): Promise<Elsewhere> {
  const sockets = new Set<Socket>();
  const waiting = new Map<string, () => void>();
  const reached = new Set<number>();
  const quiet = new Set<Socket>();
  const server: Server = createServer((socket) => {
    sockets.add(socket);
    quiet.add(socket);
    socket.on('error', () => {});
    socket.on('close', () => sockets.delete(socket));
    socket.on('data', (octets) => {
      quiet.delete(socket);
      const said = octets.toString('latin1');
      for (const [, id] of said.matchAll(new RegExp(`v(\\d+)\\.${ELSEWHERE}`, 'g'))) reached.add(Number(id));
      for (const [host, done] of waiting) if (said.includes(host)) done();
      socket.end(ANSWER);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    reached,
    get silent() {
      return quiet.size;
    },
    heard: (host) => new Promise((resolve) => waiting.set(host, resolve)),
    close: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
