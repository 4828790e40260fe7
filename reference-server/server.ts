/** The running server: its ports, and what a test may do to it. */

import { assemble } from './assemble';
import type { ServerContext } from './context';
import { Listener } from './net/listener';
import type { ListenOptions, RunningServer, ServerOptions, ServiceName } from './options';
import { SERVICES } from './services';
import { type Views, viewsOf } from './views';

/** Milliseconds that a restart waits for its own ports. */
const PATIENCE = 5_000;

/** Starts what `options.listen` names. Rejects when a port is taken, a name is unknown or the store cannot be opened. */
export async function startServer(options: ServerOptions = {}): Promise<RunningServer> {
  const context = await assemble(options);
  const views = viewsOf(context);
  let open: Ports;
  try {
    open = await openPorts(views, options.listen ?? {});
  } catch (error) {
    context.store.close();
    throw error;
  }
  const ports = open.ports;
  let closing: Promise<void> | undefined;
  return {
    hostname: context.hostname,
    ports,
    ca: context.tls.ca,
    addAccount: (account) => void context.auth.add(account, context.limits.quota),
    deposit: (address, message) => {
      context.store.messages.append(inboxOf(context, address), [{ content: message }]);
    },
    inbox: (address) => {
      const { messages } = context.store;
      return messages.range(inboxOf(context, address)).map(({ blob }) => messages.content(blob));
    },
    addFault: (rule) => context.faults.add(rule),
    async restart() {
      await open.close();
      context.store.reopen();
      open = await openPorts(views, samePorts(options.listen ?? {}, ports), PATIENCE);
    },
    close() {
      closing ??= open.close().then(() => context.store.close());
      return closing;
    },
  };
}

interface Ports {
  ports: RunningServer['ports'];
  close(): Promise<void>;
}

async function openPorts(views: Views, listen: ListenOptions, patience = 0): Promise<Ports> {
  const ports: RunningServer['ports'] = {};
  const listeners: Listener[] = [];
  const close = async () => {
    await Promise.all(listeners.map((listener) => listener.close()));
  };
  try {
    for (const name of Object.keys(listen) as ServiceName[]) {
      const service = SERVICES[name];
      const where = listen[name];
      if (!service || !where) continue;
      const context = views[service.protocol];
      const listener = new Listener({
        host: where.host ?? '127.0.0.1',
        port: where.port,
        clock: context.clock,
        idle: context.limits.idle ?? service.idle,
        connections: context.limits.connections,
        implicitTls: service.implicitTls ? context.tls.context : undefined,
        session: service.open(context, name),
        tooMany: service.tooMany,
        log: context.log,
      });
      ports[name] = await listener.listen(patience);
      listeners.push(listener);
    }
  } catch (error) {
    await close();
    throw error;
  }
  return { ports, close };
}

function samePorts(listen: ListenOptions, ports: RunningServer['ports']): ListenOptions {
  const entries = Object.entries(listen) as Array<[ServiceName, { port: number; host?: string }]>;
  return Object.fromEntries(entries.map(([name, where]) => [name, { ...where, port: ports[name] ?? where.port }]));
}

function inboxOf({ store }: ServerContext, address: string): number {
  const account = store.accounts.find(address);
  if (!account) throw new Error(`there is no account ${address}`);
  return store.mailboxes.inbox(account.id).id;
}
