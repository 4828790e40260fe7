/** SMTP and LMTP: what services.ts needs of them. */

import type { ServerContext } from '../context';
import type { Connection } from '../net/connection';
import type { ServiceName } from '../options';
import { SmtpService } from './service';
import { Session } from './session';

/** Opens any of the SMTP and LMTP ports: gives what serves one client until it is done. */
export function openSmtp(context: ServerContext, name: ServiceName): (connection: Connection) => Promise<void> {
  const service = new SmtpService(context, name);
  return (connection) => new Session(service, connection).run();
}
