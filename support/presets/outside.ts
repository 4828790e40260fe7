/** Where the suite plays the rest of the Internet for an instance: a name server that nobody else asks, and the port of all mail hosts. */
import { randomInt } from 'node:crypto';
import { createSocket } from 'node:dgram';
import { createServer } from 'node:net';
import type { OutsideSettings } from '../targets/target';
import { freePorts } from './free-ports';

/** Programs that resolve through the system ask here and nowhere else (resolv.conf(5)). */
const DNS_PORT = 53;
const ATTEMPTS = 100;

export type Outside = OutsideSettings & Required<Pick<OutsideSettings, 'dns'>>;

/** Whether an instance can have one: a mount namespace is Linux's, and that and the ports are root's. */
export function mayHaveOutside(): boolean {
  return process.platform === 'linux' && process.getuid?.() === 0;
}

/**
 * The name server's address is the instance's own, of 127.0.0.0/8, so that several run side by side. Ports below 1024 are root's.
 * @param mxPort for servers that know no other than 25
 */
export async function placeOutside(mxPort?: number): Promise<Outside> {
  const [port] = mxPort === undefined ? await freePorts(1, '0.0.0.0') : [mxPort];
  return { dns: { host: await freeAddress(), port: DNS_PORT }, mxPort: port! };
}

/** resolv.conf(5): one name server; a name that it does not answer for is asked for no second time under the domain of this machine. */
export function resolvConf({ dns }: Outside): string {
  return `nameserver ${dns.host}\nsearch .\noptions timeout:2 attempts:2\n`;
}

async function freeAddress(): Promise<string> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const host = `127.${DNS_PORT}.${randomInt(256)}.${randomInt(1, 255)}`;
    if ((await isFree(host, 'udp')) && (await isFree(host, 'tcp'))) return host;
  }
  throw new Error('no loopback address has a free port 53: is there a name server at all of them?');
}

function isFree(host: string, transport: 'udp' | 'tcp'): Promise<boolean> {
  return new Promise((resolve) => {
    const settle = { error: () => resolve(false), bound: () => socket.close(() => resolve(true)) };
    const socket = transport === 'udp' ? createSocket('udp4') : createServer();
    socket.once('error', settle.error);
    if ('bind' in socket) socket.bind(DNS_PORT, host, settle.bound);
    else socket.listen(DNS_PORT, host, settle.bound);
  });
}
