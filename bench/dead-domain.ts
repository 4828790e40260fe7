/** What a hundred thousand messages that wait for a domain without a server cost the mail for others: beside a server with an empty queue, in the same run. */
import { setTimeout as wait } from 'node:timers/promises';
import { NameServer } from '../support/outside/dns/name-server';
import { contest, table } from './contest';
import { perSecond } from './load/at-once';
import { handOn } from './load/hand-on';
import { memory } from './load/processor-time';
import { greeted, transactionTo } from './load/smtp-client';
import { type Relaying, startServing, TRUSTED } from './servers/relays';
import { type Sink, startSink } from './servers/start-sink';

const ROUNDS = 5;
const MESSAGES = 500;
const WAITING = 100_000;
/** Milliseconds until what was handed in has been tried, and the domain is on hold. */
const SETTLED = 5_000;
const HOST = '127.0.0.1';
/** Nothing listens here. */
const NOBODY = '127.0.98.1';

export async function benchDeadDomain(): Promise<string> {
  const sink = await startSink();
  const names = await NameServer.open({ host: HOST, port: 0 });
  exchanges(names, 'elsewhere.test', HOST);
  exchanges(names, 'dead.test', NOBODY);
  const way = ['--relay-dns', `${names.host}:${names.port}`, '--relay-port', `${sink.port}`];
  const servers: Relaying[] = [];
  try {
    const full = await startServing(`${WAITING.toLocaleString('en')} messages wait`, way);
    servers.push(full, await startServing('nothing waits', way));
    const empty = memory(full.directory);
    await fill(full);
    const filled = memory(full.directory);
    const tables: string[] = [];
    for (const connections of [1, 10]) tables.push(await tableFor(connections, servers, sink));
    const [loaded, other] = servers.map(({ directory }) => memory(directory));
    tables.push(
      `Memory in MiB: ${show(empty)} at the start, ${show(filled)} with all that waits, ${show(loaded!)} behind the load; the other's ${show(other!)}`,
    );
    return tables.join('\n\n');
  } finally {
    for (const server of servers) await server.stop();
    await names.close();
    await sink.stop();
  }
}

function exchanges(names: NameServer, domain: string, address: string): void {
  names.set(domain, { records: [{ type: 'MX', preference: 10, host: `mx.${domain}` }] });
  names.set(`mx.${domain}`, { records: [{ type: 'A', address }] });
}

async function fill({ port }: Relaying): Promise<void> {
  await perSecond({ connections: 10, times: WAITING }, () => greeted(port, TRUSTED), transactionTo('reader@dead.test'));
  await wait(SETTLED);
}

async function tableFor(connections: number, servers: readonly Relaying[], sink: Sink): Promise<string> {
  const title = `New mail for another domain, handed on, ${connections} connection${connections > 1 ? 's' : ''}`;
  const contestants = servers.map(({ name, port }) => {
    return { name, round: async () => (await handOn(port, sink, connections, MESSAGES)).handedOn };
  });
  return table(title, await contest(contestants, ROUNDS));
}

function show(mebibytes: number): string {
  return mebibytes.toFixed(0);
}
