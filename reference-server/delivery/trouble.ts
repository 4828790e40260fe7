/** What is answered when the server itself has failed: nothing was taken, and the client may try again (RFC 5321 §4.2.1). */

import { StoreError } from '../store/error';
import { type Reply, reply } from './reply';

/** RFC 5321 §4.3.2 and §4.2.2, RFC 3463 §3.4. */
const NO_ROOM = reply(452, '4.3.1', 'The server has no room for it now; try again later');
const FAILED = reply(451, '4.3.0', 'The server has failed; try again later');

export function trouble(error: unknown): Reply {
  return error instanceof StoreError && error.code === 'full' ? NO_ROOM : FAILED;
}
