/** POP3: what services.ts needs of it. */

import type { ServerContext } from '../context';
import type { Connection } from '../net/connection';
import { Session } from './session';

/** Serves one client until it is done. */
export function servePop3(context: ServerContext, connection: Connection): Promise<void> {
  return new Session(context, connection, context.seams.pop3 ?? []).run();
}
