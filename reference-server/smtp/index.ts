/** SMTP and LMTP: what server.ts needs of them. */

import type { ServerContext } from '../context';
import { smtpDefects } from '../defects/smtp';
import type { ServiceName } from '../options';
import type { Connection } from '../session/connection';
import { Session } from './session';

/** Serves one client of any of the SMTP and LMTP ports until it is done. */
export function serveSmtp(context: ServerContext, connection: Connection, service: ServiceName): Promise<void> {
  return new Session(context, connection, service, context.defects.hooks(smtpDefects)).run();
}
