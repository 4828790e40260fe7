/** POP3: what services.ts needs of it. */

import type { ServerContext } from '../context';
import type { Connection } from '../net/connection';
import { Pop3Service } from './service';
import { Session } from './session';

const services = new WeakMap<ServerContext, Pop3Service>();

/** Serves one client until it is done. */
export function servePop3(context: ServerContext, connection: Connection): Promise<void> {
  let service = services.get(context);
  if (!service) {
    service = new Pop3Service(context);
    services.set(context, service);
  }
  return new Session(service, connection).run();
}
