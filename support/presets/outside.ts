/** Where the suite plays the rest of the Internet for an instance: a name server that nobody else asks, and the port of all mail hosts. */
import { randomInt } from 'node:crypto';
import { createSocket } from 'node:dgram';
import { createServer } from 'node:net';
import type { OutsideSettings } from '../targets/target';
import { freePorts } from './free-ports';

/** Programs that resolve through the system ask here and nowhere else (resolv.conf(5)). */
const DNS_PORT = 53;
const SMTP_PORT = 25;
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

/** At 25 where nobody listens there at all addresses; else at a free port, for a server that does not look for itself there. */
export async function placeOutsideAtBest(): Promise<Outside> {
  if (await isFree(await freeAddress(), 'tcp', SMTP_PORT)) return await placeOutside(SMTP_PORT);
  return { ...(await placeOutside()), findsItself: false };
}

async function freeAddress(): Promise<string> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const host = `127.${DNS_PORT}.${randomInt(256)}.${randomInt(1, 255)}`;
    if ((await isFree(host, 'udp', DNS_PORT)) && (await isFree(host, 'tcp', DNS_PORT))) return host;
  }
  throw new Error('no loopback address has a free port 53: is there a name server at all of them?');
}

function isFree(host: string, transport: 'udp' | 'tcp', port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const settle = { error: () => resolve(false), bound: () => socket.close(() => resolve(true)) };
    const socket = transport === 'udp' ? createSocket('udp4') : createServer();
    socket.once('error', settle.error);
    if ('bind' in socket) socket.bind(port, host, settle.bound);
    else socket.listen(port, host, settle.bound);
  });
}
