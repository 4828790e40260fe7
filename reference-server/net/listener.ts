/** A listening port: accepts connections within the limits, gives each to its session, and closes them all at the end. */

import { once } from 'node:events';
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import type { TLSSocket } from 'node:tls';
import type { Clock } from './clock';
import { Connection } from './connection';
import { Interrupted } from './interrupted';

/** Milliseconds of real time between two tries to bind a port. */
const PAUSE = 20;
/** Milliseconds of real time that sessions have to say farewell when the server closes. */
const FAREWELL = 100;

export interface ListenerOptions {
  host: string;
  /** 0 picks a free one. */
  port: number;
  clock: Clock;
  /** Milliseconds of silence that a connection survives. */
  idle: number;
  /** Connections at once from one address. */
  connections: number;
  /** For TLS from the first octet; absent for a plain start. */
  implicitTls?: ((plain: Socket) => TLSSocket) | undefined;
  /** Speaks to one client until it is done; the connection is closed afterwards. */
  session: (connection: Connection) => Promise<void>;
  /** What a connection beyond the limit is told, with its line end. */
  tooMany: string;
  log: (line: string) => void;
}

export class Listener {
  private readonly server: Server;
  private readonly connections = new Set<Connection>();
  private readonly perAddress = new Map<string, number>();
  private readonly sessions = new Set<Promise<void>>();

  constructor(private readonly options: ListenerOptions) {
    this.server = createServer({ allowHalfOpen: true, noDelay: true }, (socket) => {
      const session = this.serve(socket).finally(() => this.sessions.delete(session));
      this.sessions.add(session);
    });
  }

  /**
   * Binds the port; gives its number. Rejects when it is taken, or is so still after `patience` milliseconds: a port that this server
   * has left may for a moment be the near end of somebody's outgoing connection.
   */
  async listen(patience = 0): Promise<number> {
    for (let left = patience; ; left -= PAUSE) {
      try {
        return await this.bind();
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE' || left <= 0) throw error;
        await wait(PAUSE);
      }
    }
  }

  private async bind(): Promise<number> {
    const { host, port } = this.options;
    this.server.listen({ host, port, backlog: 511 });
    await once(this.server, 'listening');
    this.server.on('error', (error) => this.options.log(`listener: ${error.message}`));
    return (this.server.address() as AddressInfo).port;
  }

  /** Stops accepting, lets sessions say farewell, if they may, and resolves when every connection is gone. */
  async close(farewell = true): Promise<void> {
    const closed = new Promise<void>((resolve) => this.server.close(() => resolve()));
    const breakOff = () => {
      for (const connection of this.connections) connection.destroy();
    };
    if (farewell) for (const connection of this.connections) connection.interrupt('shutdown');
    else breakOff();
    const stragglers = setTimeout(breakOff, FAREWELL);
    await Promise.all([...this.sessions]);
    clearTimeout(stragglers);
    await closed;
  }

  private async serve(socket: Socket): Promise<void> {
    const { clock, idle, implicitTls, session, tooMany, log } = this.options;
    const connection = new Connection(socket, { clock, idle });
    const address = connection.remoteAddress;
    const count = (this.perAddress.get(address) ?? 0) + 1;
    this.perAddress.set(address, count);
    this.connections.add(connection);
    try {
      if (implicitTls) await connection.secureBy(implicitTls);
      if (count > this.options.connections) connection.write(tooMany);
      else await session(connection);
      await connection.end();
    } catch (error) {
      if (!(error instanceof Interrupted)) log(`session failed: ${error instanceof Error ? error.stack : error}`);
      connection.destroy();
    } finally {
      this.connections.delete(connection);
      const left = this.perAddress.get(address)! - 1;
      if (left === 0) this.perAddress.delete(address);
      else this.perAddress.set(address, left);
    }
  }
}
