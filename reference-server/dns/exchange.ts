/** One question to a name server and its answer: over UDP, and over TCP where it was too long for that. */

import { createSocket } from 'node:dgram';
import { connect, isIPv6 } from 'node:net';
import type { Clock } from '../net/clock';
import { type ServerPlace, serverPlace } from './server-place';

export interface ExchangeOptions {
  /** Milliseconds for each of the two ways. */
  readonly timeout: number;
  readonly clock: Clock;
  /** Whether what came is an answer to the question; throws where it cannot be read. */
  readonly answers: (octets: Buffer) => boolean;
}

/** Of the header's third octet. */
const TRUNCATED = 0x02;

/** @param server an address, with a port where it is not 53. Throws an Error where nothing came in time. */
export async function exchange(server: string, query: Buffer, options: ExchangeOptions): Promise<Buffer> {
  // Those of the system may be IPv6 without brackets.
  const place = serverPlace(server) ?? { host: server, port: 53 };
  const answer = await within(options, (resolve, reject) => overUdp(place, query, options, resolve, reject));
  if ((answer[2]! & TRUNCATED) === 0) return answer;
  return await within(options, (resolve, reject) => overTcp(place, query, resolve, reject));
}

type Ways = [resolve: (answer: Buffer) => void, reject: (error: Error) => void];

/** @param begin gives what lets go of everything */
async function within({ clock, timeout }: ExchangeOptions, begin: (...ways: Ways) => () => void): Promise<Buffer> {
  let end = () => {};
  try {
    return await new Promise<Buffer>((resolve, reject) => {
      const close = begin(resolve, reject);
      const cancel = clock.after(timeout, () => reject(new Error('no answer in time')));
      end = () => {
        cancel();
        close();
      };
    });
  } finally {
    end();
  }
}

function overUdp({ host, port }: ServerPlace, query: Buffer, { answers }: ExchangeOptions, ...[resolve, reject]: Ways) {
  const socket = createSocket(isIPv6(host) ? 'udp6' : 'udp4');
  socket.once('error', reject);
  socket.on('message', (octets) => {
    if (isAnswer(octets, answers)) resolve(octets);
  });
  // Connected, so that nobody else is heard.
  socket.connect(port, host, () => socket.send(query));
  return () => socket.close();
}

function overTcp({ host, port }: ServerPlace, query: Buffer, ...[resolve, reject]: Ways) {
  const socket = connect({ host, port });
  let came = Buffer.alloc(0);
  const length = Buffer.alloc(2);
  length.writeUInt16BE(query.length);
  socket.once('error', reject).once('close', () => reject(new Error('the name server closed the connection')));
  socket.on('data', (octets) => {
    came = Buffer.concat([came, octets]);
    if (came.length < 2 || came.length < 2 + came.readUInt16BE()) return;
    resolve(came.subarray(2, 2 + came.readUInt16BE()));
  });
  socket.write(Buffer.concat([length, query]));
  return () => socket.destroy();
}

function isAnswer(octets: Buffer, answers: (octets: Buffer) => boolean): boolean {
  try {
    return answers(octets);
  } catch {
    return false;
  }
}
