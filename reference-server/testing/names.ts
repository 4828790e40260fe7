/** A small name server for tests. */

import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { type Answer, decode, encode } from 'dns-packet';

/** What there is under a name: `10 mx1.other.test` as MX, addresses as A and AAAA, another name as CNAME; or a failure of the server. */
export interface Names {
  [name: string]: { mx?: string[]; a?: string[]; aaaa?: string[]; cname?: string } | 'SERVFAIL';
}

export interface NameServer {
  /** As options take it. */
  readonly at: string;
  /** What was asked, as `MX other.test`. */
  readonly asked: string[];
  close(): void;
}

const SERVFAIL = 2;
const NXDOMAIN = 3;

export async function nameServer(names: Names): Promise<NameServer> {
  const socket = createSocket('udp4');
  const asked: string[] = [];
  socket.on('message', (message, { address, port }) => {
    const query = decode(message);
    const [question] = query.questions!;
    const { name, type } = question!;
    asked.push(`${type} ${name}`);
    const held = names[name.toLowerCase()];
    const flags = held === 'SERVFAIL' ? SERVFAIL : held === undefined ? NXDOMAIN : 0;
    const answers = flags === 0 ? answersTo(names, name, type) : [];
    socket.send(encode({ type: 'response', id: query.id!, flags, questions: [question!], answers }), port, address);
  });
  socket.bind(0, '127.0.0.1');
  await once(socket, 'listening');
  return { at: `127.0.0.1:${(socket.address() as AddressInfo).port}`, asked, close: () => socket.close() };
}

function answersTo(names: Names, name: string, type: string): Answer[] {
  const held = names[name.toLowerCase()];
  if (held === undefined || held === 'SERVFAIL') return [];
  if (held.cname !== undefined)
    return [{ type: 'CNAME', name, data: held.cname }, ...answersTo(names, held.cname, type)];
  if (type === 'A') return (held.a ?? []).map((data) => ({ type: 'A', name, data }));
  if (type === 'AAAA') return (held.aaaa ?? []).map((data) => ({ type: 'AAAA', name, data }));
  if (type !== 'MX') return [];
  return (held.mx ?? []).map((text) => {
    const [preference = '', exchange = ''] = text.split(' ');
    return { type: 'MX', name, data: { preference: Number(preference), exchange } };
  });
}
