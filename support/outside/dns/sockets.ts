/** A UDP socket and a TCP server at the same address and port. */
import { createSocket, type Socket as UdpSocket } from 'node:dgram';
import { once } from 'node:events';
import { createServer, type Server } from 'node:net';

export interface Place {
  host: string;
  port: number;
}

export interface Sockets extends Place {
  udp: UdpSocket;
  tcp: Server;
}

const ATTEMPTS = 100;

/** Port 0 is one that is free for both. */
export async function openSockets({ host, port }: Place): Promise<Sockets> {
  for (let attempt = 1; ; attempt++) {
    const udp = createSocket(host.includes(':') ? 'udp6' : 'udp4');
    const tcp = createServer();
    try {
      await Promise.all([once(udp, 'listening'), udp.bind(port, host)]);
      const taken = udp.address().port;
      await Promise.all([once(tcp, 'listening'), tcp.listen(taken, host)]);
      return { host, port: taken, udp, tcp };
    } catch (error) {
      udp.close();
      const mayTryAnother = port === 0 && (error as NodeJS.ErrnoException).code === 'EADDRINUSE';
      if (!mayTryAnother || attempt === ATTEMPTS) throw error;
    }
  }
}
