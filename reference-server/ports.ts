/** The ports of a running server, opened and closed together. */

import { Listener } from './net/listener';
import type { ListenOptions } from './options';
import { PROTOCOLS, type Serve } from './protocols';
import { type Protocol, type ServiceName, serviceNamed } from './services';
import { NAMES } from './tls/protection';
import type { Views } from './views';

/** Where a port listens unless the options say otherwise. */
export const LOOPBACK = '127.0.0.1';

/** What serves the clients of each port. */
export type Serving = Readonly<Record<Protocol, (name: ServiceName) => Serve>>;

export interface Ports {
  readonly numbers: Partial<Record<ServiceName, number>>;
  /** @param farewell whether sessions may say it */
  close(farewell?: boolean): Promise<void>;
}

/** Opens all that are named, or none. @param patience milliseconds to wait for ports that are taken */
export async function openPorts(views: Views, serving: Serving, listen: ListenOptions, patience = 0): Promise<Ports> {
  const numbers: Partial<Record<ServiceName, number>> = {};
  const listeners: Listener[] = [];
  const close = async (farewell = true) => {
    await Promise.all(listeners.map((listener) => listener.close(farewell)));
  };
  try {
    for (const name of Object.keys(listen) as ServiceName[]) {
      const where = listen[name];
      if (!where) continue;
      const { protocol, implicitTls } = serviceNamed(name);
      const { clock, limits, tls, log } = views[protocol];
      const listener = new Listener({
        host: where.host ?? LOOPBACK,
        port: where.port,
        clock,
        idle: limits.idle ?? PROTOCOLS[protocol].idle,
        connections: limits.connections,
        implicitTls: implicitTls ? (plain) => tls.protect(plain, NAMES[protocol]) : undefined,
        session: serving[protocol](name),
        tooMany: PROTOCOLS[protocol].tooMany,
        log,
      });
      numbers[name] = await listener.listen(patience);
      listeners.push(listener);
    }
  } catch (error) {
    await close();
    throw error;
  }
  return { numbers, close };
}

/** The same places, on the ports that were found free. */
export function samePorts(listen: ListenOptions, numbers: Ports['numbers']): ListenOptions {
  const entries = Object.entries(listen) as Array<[ServiceName, { port: number; host?: string }]>;
  return Object.fromEntries(entries.map(([name, where]) => [name, { ...where, port: numbers[name] ?? where.port }]));
}
