/** POP3: what services.ts needs of it. */

import type { ServerContext } from '../context';
import { pop3Defects } from '../defects/pop3';
import type { Connection } from '../session/connection';
import { Session } from './session';

/** Serves one client until it is done. */
export function servePop3(context: ServerContext, connection: Connection): Promise<void> {
  return new Session(context, connection, context.defects.hooks(pop3Defects)).run();
}
