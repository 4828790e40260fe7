/** SMTP and LMTP: what protocols.ts needs of them. */

import type { ServerContext } from '../context';
import type { Connection } from '../net/connection';
import type { ServiceName } from '../services';
import type { SmtpSeams } from './seams';
import { SmtpService } from './service';
import { Session } from './session';

/** Any of the SMTP and LMTP ports: gives what serves one client until it is done. */
export function startSmtp(context: ServerContext, guests: readonly SmtpSeams[]) {
  return (name: ServiceName) => {
    const service = new SmtpService(context, name, guests);
    return (connection: Connection): Promise<void> => new Session(service, connection).run();
  };
}
