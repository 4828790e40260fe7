/** IMAP: what services.ts needs of it. */

import type { ServerContext } from '../context';
import type { Connection } from '../net/connection';
import { serve } from './loop/serve';
import { ImapService } from './service';

const services = new WeakMap<ServerContext, ImapService>();

/** Serves one client until it is done; all clients of one server share what is known of mailboxes. */
export function serveImap(context: ServerContext, connection: Connection): Promise<void> {
  let service = services.get(context);
  if (!service) {
    service = new ImapService(context);
    services.set(context, service);
  }
  return serve(service, connection);
}
