import { createServer, type Server, type Socket } from 'node:net';

/** What a fake server does at its turn: octets to send, or a way to end. */
export type Turn = string | Buffer | 'close' | 'reset';

/** For tests: a server on loopback that knows only what to say next. */
export interface FakeServer {
  port: number;
  /** What clients have sent, all connections together. */
  received(): Buffer;
  close(): Promise<void>;
}

export interface FakeServerOptions {
  /** The first turn at once, each later one when the client has sent another line. */
  turns: Turn[];
  /** Sends each turn in pieces of so many octets. */
  split?: number;
}

/** Starts one on a free port. Turns that are text are sent as latin1, so that `\xff` is one octet. */
export async function startFakeServer({ turns, split }: FakeServerOptions): Promise<FakeServer> {
  const chunks: Buffer[] = [];
  const sockets = new Set<Socket>();
  const server: Server = createServer((socket) => {
    sockets.add(socket);
    socket.setNoDelay(true);
    let next = 0;
    let lines = 0;
    let sending = Promise.resolve();
    const proceed = () => {
      for (; next <= lines && next < turns.length; next++) {
        const turn = turns[next]!;
        sending = sending.then(() => take(socket, turn, split));
      }
    };
    socket.on('error', () => socket.destroy());
    socket.on('data', (chunk: Buffer) => {
      chunks.push(chunk);
      for (const octet of chunk) if (octet === 10) lines++;
      proceed();
    });
    proceed();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  return {
    port: typeof address === 'object' && address !== null ? address.port : 0,
    received: () => Buffer.concat(chunks),
    close: () => {
      for (const socket of sockets) socket.destroy();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

async function take(socket: Socket, turn: Turn, split: number | undefined): Promise<void> {
  if (turn === 'close') socket.end();
  else if (turn === 'reset') socket.resetAndDestroy();
  else {
    const bytes = Buffer.from(turn as string, 'latin1');
    for (let at = 0; at < bytes.length; at += split ?? bytes.length) {
      await new Promise<void>((resolve) =>
        socket.write(bytes.subarray(at, at + (split ?? bytes.length)), () => resolve()),
      );
    }
  }
}
