/** The server that is killed, in a process of its own: its options come as JSON, what it is asked over the channel. */

import { startServer } from '../../server';

export interface ChaosOptions {
  readonly data: string;
  /** Its own port, 0 the first time, and the next hop's. */
  readonly port: number;
  readonly hop: number;
}

const SENDER = 'chaos@example.test';
const MOST = 1_000;

async function main({ data, port, hop }: ChaosOptions): Promise<void> {
  const server = await startServer({
    data,
    accounts: [{ address: SENDER, password: 'secret' }],
    aliases: {},
    tls: 'none',
    listen: { smtp: { port } },
    limits: { connections: MOST },
    relay: {
      port: hop,
      networks: ['127.0.0.0/8'],
      resolver: {
        mx: async (domain) => ({ kind: 'found', records: [{ exchange: `mx.${domain}`, preference: 1 }] }),
        addresses: async () => ({ kind: 'found', records: ['127.0.0.1'] }),
      },
      retry: 100,
      giveUp: 10 * 60_000,
    },
  });
  process.on('message', () => {
    const reports = server.inbox(SENDER).map(String);
    const returned = reports.flatMap((report) => [...report.matchAll(/^Final-Recipient: rfc822; ([^@]*)@/gm)]);
    process.send?.({ waiting: server.queue().length, returned: returned.map(([, name]) => name) });
  });
  process.send?.({ port: server.ports.smtp });
}

void main(JSON.parse(process.argv[2]!) as ChaosOptions);
