import { randomInt } from 'node:crypto';
import { accepts } from '../targets/launch/readiness';
import { PORTS } from '../targets/services';

const FIRST = 15_000;
const LAST = 30_000;
const ATTEMPTS = 100;

/** A number with which each standard port, added to it, is a port that nobody listens at: for a server that lays its ports out so. */
export async function freeBase(host = '127.0.0.1'): Promise<number> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const base = randomInt(FIRST, LAST);
    const taken = await Promise.all([...Object.values(PORTS), 80, 443].map((port) => accepts(host, base + port)));
    if (!taken.some(Boolean)) return base;
  }
  throw new Error(`no free ports found at ${host}`);
}
