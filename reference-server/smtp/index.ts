/** SMTP and LMTP: what services.ts needs of them. */

import type { ServerContext } from '../context';
import type { Connection } from '../net/connection';
import type { ServiceName } from '../options';
import { Session } from './session';

/** Serves one client of any of the SMTP and LMTP ports until it is done. */
export function serveSmtp(context: ServerContext, connection: Connection, service: ServiceName): Promise<void> {
  return new Session(context, connection, service, context.seams[service === 'lmtp' ? 'lmtp' : 'smtp'] ?? []).run();
}
