/** The Internet as the suite plays it, with 500 scenarios' parts of it there at once in one process: what it costs to begin one, to ask about it, and to end it. */
import { Resolver } from 'node:dns/promises';
import { Scope } from '../support/dialogue/scope';
import { NameServer } from '../support/outside/dns/name-server';
import { Outside } from '../support/outside/outside';
import { World } from '../support/outside/world';
import { Transcript } from '../support/wire/transcript';
import { median } from './contest';

const SCENARIOS = 500;
const HOST = '127.0.0.1';

export async function benchOutside(): Promise<string> {
  const rows = { ...(await withNames()), ...(await withHosts()) };
  const width = Math.max(...Object.keys(rows).map((name) => name.length));
  return [
    `The outside: ${SCENARIOS} scenarios at once, milliseconds for one of them`,
    ...Object.entries(rows).map(([name, figures]) => `  ${name.padEnd(width)}  ${show(figures)}`),
  ].join('\n');
}

/** A domain with two mail servers, and these with their addresses: three names. */
async function withNames(): Promise<Record<string, number[]>> {
  const server = await NameServer.open({ host: HOST, port: 0 });
  const resolver = new Resolver();
  resolver.setServers([`${server.host}:${server.port}`]);
  const domains = Array.from({ length: SCENARIOS }, (_, n) => `elsewhere-x${n}.test`);
  const namesOf = (domain: string) => [domain, `mx1.${domain}`, `mx2.${domain}`] as const;
  try {
    const set = await each(domains, (domain) => {
      const [, mx1, mx2] = namesOf(domain);
      server.set(domain, {
        records: [
          { type: 'MX', preference: 10, host: mx1 },
          { type: 'MX', preference: 20, host: mx2 },
        ],
      });
      server.set(mx1, { records: [{ type: 'A', address: '127.1.0.1' }] });
      server.set(mx2, { records: [{ type: 'A', address: '127.1.0.2' }] });
    });
    const asked = await each(domains, async (domain) => {
      const found = await resolver.resolveMx(domain);
      for (const { exchange } of found) await resolver.resolve4(exchange);
    });
    const read = await each(domains, (domain) => server.askedBelow([domain]));
    const removed = await each(domains, (domain) => server.remove(namesOf(domain)));
    return {
      'three names set': set,
      'three questions asked by Node and answered': asked,
      'what was asked about them read': read,
      'the names removed': removed,
    };
  } finally {
    await server.close();
  }
}

/** A domain, its exchangers as a table names them, and both of them listening. */
async function withHosts(): Promise<Record<string, number[]>> {
  const outside = await Outside.open({ dns: { host: HOST, port: 0 }, mxPort: 0 }, 'sender@elsewhere.test');
  const worlds: World[] = [];
  try {
    const begun = await each(
      Array.from({ length: SCENARIOS }, (_, n) => `x${n}`),
      async (id) => {
        const world = new World(outside, { id, transcript: new Transcript(), scope: new Scope() });
        worlds.push(world);
        const servers = [await world.host('mx1'), await world.host('mx2')];
        world.giveMailServers(
          'elsewhere',
          servers.map(({ name: host }, n) => ({ preference: 10 * (n + 1), host })),
        );
      },
    );
    const ended = await each(worlds, (world) => world.close());
    return {
      'two hosts that listen, and three names: begin': begun,
      'two hosts that listen, and three names: end': ended,
    };
  } finally {
    await outside.close();
  }
}

async function each<One>(all: readonly One[], use: (one: One) => unknown): Promise<number[]> {
  const figures: number[] = [];
  for (const one of all) {
    const began = performance.now();
    await use(one);
    figures.push(performance.now() - began);
  }
  return figures;
}

function show(figures: readonly number[]): string {
  const sorted = [...figures].sort((a, b) => a - b);
  const of100 = (n: number) => sorted[Math.floor((sorted.length * n) / 100)]!.toFixed(3);
  return `median ${median(figures).toFixed(3)}  95 of 100 below ${of100(95)}  longest ${sorted.at(-1)!.toFixed(3)}`;
}
