/** IMAP: what protocols.ts needs of it. */

import type { ServerContext } from '../context';
import type { Connection } from '../net/connection';
import { serve } from './loop/serve';
import type { ImapSeams } from './seams';
import { ImapService } from './service';

/** Gives what serves one client until it is done; all clients of one server share what is known of mailboxes. */
export function startImap(context: ServerContext, guests: readonly ImapSeams[]) {
  const service = new ImapService(context, guests);
  return () =>
    (connection: Connection): Promise<void> =>
      serve(service, connection);
}
