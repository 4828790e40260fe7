import { randomInt } from 'node:crypto';
import { createServer } from 'node:net';

/** Below the ports that systems give to outgoing connections: one of those could take the port while its server restarts. */
const FIRST = 15_000;
const LAST = 32_000;
const ATTEMPTS = 1_000;

/** So many ports that nobody listens on, all different, for services that cannot pick one themselves. */
export async function freePorts(count: number, host = '127.0.0.1'): Promise<number[]> {
  const ports = new Set<number>();
  for (let attempt = 0; ports.size < count; attempt++) {
    if (attempt > ATTEMPTS) throw new Error(`no free port found at ${host}`);
    const port = randomInt(FIRST, LAST);
    if (await isFree(port, host)) ports.add(port);
  }
  return [...ports];
}

function isFree(port: number, host: string): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen(port, host, () => server.close(() => resolve(true)));
  });
}
