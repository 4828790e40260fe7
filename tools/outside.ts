/** `npm run test:outside`: programs that nobody here wrote meet the Internet as the suite plays it. */
import { playAll } from './others';
import { dig } from './outside/dig';
import type { Party } from './outside/party';
import { swaks } from './outside/swaks';
import { unbound } from './outside/unbound';

const PARTIES: readonly Party[] = [...dig, ...unbound, ...swaks];

void playAll(PARTIES, (party) => party.use());
