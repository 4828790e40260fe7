/** A server that trusts this machine, a name server and somebody else's server, all of one test. */

import { movableClock } from '../net/clock';
import type { RunningServer, ServerOptions } from '../options';
import type { RelayOptions } from '../relay/options';
import { startServer } from '../server';
import { type NameServer, type Names, nameServer } from './names';
import { type NextHop, nextHop } from './next-hop';
import { talk } from './talk';

export const ALICE = 'alice@example.test';
const LOCAL = { 'other.test': { mx: ['10 mx.other.test'] }, 'mx.other.test': { a: ['127.0.0.1'] } };

export interface Stage {
  server: RunningServer;
  clock: ReturnType<typeof movableClock>;
  dns: NameServer;
  hop: NextHop;
  send(...recipients: string[]): Promise<string>;
}

export async function stage(
  {
    names = LOCAL,
    hop,
    relay,
    without = false,
    ...options
  }: Partial<ServerOptions> & {
    names?: Names;
    hop?: Parameters<typeof nextHop>[0];
    relay?: RelayOptions;
    /** No relay at all. */
    without?: boolean;
  },
  test: (stage: Stage) => Promise<void>,
): Promise<void> {
  const dns = await nameServer(names);
  const next = await nextHop(hop);
  const clock = movableClock();
  const server = await startServer({
    accounts: [{ address: ALICE, password: 'secret' }],
    tls: 'none',
    listen: { smtp: { port: 0 } },
    clock,
    ...(without ? {} : { relay: { nameServers: [dns.at], port: next.port, networks: ['127.0.0.0/8'], ...relay } }),
    ...options,
  });
  const send = (...recipients: string[]) =>
    talk(
      server.ports.smtp!,
      'EHLO client.test',
      `MAIL FROM:<${ALICE}>`,
      ...recipients.map((recipient) => `RCPT TO:<${recipient}>`),
      'DATA',
      'Subject: hi',
      '',
      '..dot',
      '.',
      'QUIT',
    );
  try {
    await test({ server, clock, dns, hop: next, send });
  } finally {
    await server.close();
    await next.close();
    dns.close();
  }
}
