import type { Socket } from 'node:net';
import { Duplex } from 'node:stream';
import type { Clock } from '../../../reference-server/net/clock';
import { Connection } from '../../../reference-server/net/connection';
import type { Serve } from '../../../reference-server/protocols';

/** Milliseconds of silence after which the server would hang up: a client that is through has closed before. */
const IDLE = 600_000;

/** Lets a client say all this, in these pieces, and close its side; gives what it is told. There is no network: a session costs no port. */
export async function converse(serve: Serve, clock: Clock, pieces: readonly Buffer[]): Promise<Buffer> {
  const told: Buffer[] = [];
  const socket = new Duplex({
    read() {},
    write(chunk: Buffer, _encoding, done) {
      told.push(chunk);
      done();
    },
    allowHalfOpen: true,
  });
  const connection = new Connection(Object.assign(socket, ADDRESSES) as unknown as Socket, { clock, idle: IDLE });
  const served = serve(connection);
  for (const piece of pieces) {
    socket.push(piece);
    await new Promise((resolve) => setImmediate(resolve));
  }
  socket.push(null);
  await served;
  await connection.end();
  return Buffer.concat(told);
}

const ADDRESSES = { remoteAddress: '192.0.2.7', localAddress: '192.0.2.1' };
