/** Somebody else's server (npm's smtp-server), which gets what is relayed. */

import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { SMTPServer, type SMTPServerOptions, type SMTPServerSession } from 'smtp-server';

export interface Received {
  from: string;
  to: string[];
  content: Buffer;
  session: SMTPServerSession;
}

export interface NextHop {
  readonly port: number;
  readonly received: Received[];
  close(): Promise<void>;
}

export async function nextHop(options: SMTPServerOptions = {}, host = '127.0.0.1', port = 0): Promise<NextHop> {
  const received: Received[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData(stream, session, done) {
      const pieces: Buffer[] = [];
      stream.on('data', (piece: Buffer) => pieces.push(piece));
      stream.on('end', () => {
        const { mailFrom, rcptTo } = session.envelope;
        const from = mailFrom ? mailFrom.address : '';
        received.push({ from, to: rcptTo.map(({ address }) => address), content: Buffer.concat(pieces), session });
        done();
      });
    },
    ...options,
  });
  server.on('error', () => {});
  server.listen(port, host);
  await once(server.server, 'listening');
  return {
    port: (server.server.address() as AddressInfo).port,
    received,
    close: () => new Promise((resolve) => server.close(resolve)),
  };
}
