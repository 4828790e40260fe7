import { createServer, type Server, type Socket } from 'node:net';

export interface BadServer {
  readonly port: number;
  /** Breaks all connections and stops listening; the port stays its own for `listen`. */
  die(): Promise<void>;
  /** Listens again at the same port. */
  listen(): Promise<void>;
}

/**
 * A server at a free loopback port that does to each connection what it is told.
 * @param behave gets the connection and its number, from 1
 */
export async function startBadServer(behave: (socket: Socket, number: number) => void): Promise<BadServer> {
  const open = new Set<Socket>();
  let count = 0;
  const accept = (socket: Socket) => {
    open.add(socket);
    // Clients of bad servers break off as they like.
    socket.on('error', () => undefined).on('close', () => open.delete(socket));
    behave(socket.setNoDelay(true), ++count);
  };
  let server = await listen(accept, 0);
  const { port } = server.address() as { port: number };
  return {
    port,
    die: async () => {
      const closed = new Promise((resolve) => server.close(resolve));
      for (const socket of open) socket.destroy();
      await closed;
    },
    listen: async () => {
      server = await listen(accept, port);
    },
  };
}

async function listen(accept: (socket: Socket) => void, port: number): Promise<Server> {
  const server = createServer(accept);
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(port, '127.0.0.1', resolve));
  return server;
}
