/** POP3: what protocols.ts needs of it. */

import type { ServerContext } from '../context';
import type { Connection } from '../net/connection';
import type { Pop3Seams } from './seams';
import { Pop3Service } from './service';
import { Session } from './session';

/** Gives what serves one client until it is done. */
export function startPop3(context: ServerContext, guests: readonly Pop3Seams[]) {
  const service = new Pop3Service(context, guests);
  return () =>
    (connection: Connection): Promise<void> =>
      new Session(service, connection).run();
}
