/** unbound resolves through the suite's name server: as it asks those who know (stub-zone), and as it asks another resolver (forward-zone). */
import assert from 'node:assert/strict';
import { Resolver } from 'node:dns/promises';
import type { DnsRecord } from '../../support/outside/dns/answer';
import { NameServer } from '../../support/outside/dns/name-server';
import type { Party } from './party';
import { startUnbound, type Way } from './start-unbound';

interface Case {
  says: string;
  ways?: readonly Way[];
  use(server: NameServer, resolver: Resolver): Promise<void>;
}

const WAYS: readonly Way[] = ['stub', 'forward'];
const A: DnsRecord[] = [{ type: 'A', address: '127.1.0.1' }];
/** It shortens some names of an answer only: of 3,000 servers it has no room for in its own. */
const MANY = Array.from({ length: 1_000 }, (_, n): DnsRecord => ({ type: 'MX', preference: n, host: `m${n}.x.test` }));

const CASES: Case[] = [
  {
    says: 'finds mail servers, their addresses, aliases and the host of an address',
    use: async (server, resolver) => {
      server.set('x.test', { records: [{ type: 'MX', preference: 10, host: 'mx1.x.test' }] });
      server.set('mx1.x.test', { records: [...A, { type: 'AAAA', address: '::1' }] });
      server.set('alias.x.test', { records: [{ type: 'CNAME', host: 'mx1.x.test' }] });
      server.set('1.0.1.127.in-addr.arpa', { records: [{ type: 'PTR', host: 'mx1.x.test' }] });
      assert.deepEqual(await resolver.resolveMx('x.test'), [{ priority: 10, exchange: 'mx1.x.test' }]);
      assert.deepEqual(await resolver.resolve4('mx1.x.test'), ['127.1.0.1']);
      assert.deepEqual(await resolver.resolve6('mx1.x.test'), ['::1']);
      assert.deepEqual(await resolver.resolve4('alias.x.test'), ['127.1.0.1']);
      assert.deepEqual(await resolver.reverse('127.1.0.1'), ['mx1.x.test']);
    },
  },
  {
    says: 'keeps nothing: neither what was there nor that nothing was',
    use: async (server, resolver) => {
      await assert.rejects(resolver.resolve4('new.x.test'), { code: 'ENOTFOUND' });
      server.set('new.x.test', { records: A });
      assert.deepEqual(await resolver.resolve4('new.x.test'), ['127.1.0.1']);
      server.set('new.x.test', { records: [{ type: 'A', address: '127.1.0.2' }] });
      assert.deepEqual(await resolver.resolve4('new.x.test'), ['127.1.0.2']);
      await assert.rejects(resolver.resolveMx('new.x.test'), { code: 'ENODATA' });
      server.remove(['new.x.test']);
      await assert.rejects(resolver.resolve4('new.x.test'), { code: 'ENOTFOUND' });
    },
  },
  {
    says: 'takes a name with only names below it for no data',
    use: async (server, resolver) => {
      server.set('a.between.x.test', { records: A });
      await assert.rejects(resolver.resolve4('between.x.test'), { code: 'ENODATA' });
      assert.deepEqual(await resolver.resolve4('a.between.x.test'), ['127.1.0.1']);
    },
  },
  {
    says: 'fails where the server fails, refuses or talks garbage',
    use: async (server, resolver) => {
      for (const fault of ['SERVFAIL', 'REFUSED', 'garbage'] as const) {
        const name = `${fault.toLowerCase()}.x.test`;
        server.set(name, { fault });
        await assert.rejects(resolver.resolveMx(name), { code: 'ESERVFAIL' }, fault);
      }
    },
  },
  {
    says: 'goes over to TCP when it is told to, and for what is long',
    use: async (server, resolver) => {
      server.set('short.x.test', { fault: 'truncated', records: A });
      server.set('long.x.test', { records: MANY });
      assert.deepEqual(await resolver.resolve4('short.x.test'), ['127.1.0.1']);
      assert.equal((await resolver.resolveMx('long.x.test')).length, MANY.length);
      assert.ok(server.askedBelow(['long.x.test']).some(({ transport }) => transport === 'tcp'));
    },
  },
  {
    says: 'fails where the server is lame',
    // Of a resolver that it asks it believes the same answer.
    ways: ['stub'],
    use: async (server, resolver) => {
      server.set('lame.x.test', { fault: 'lame' });
      await assert.rejects(resolver.resolveMx('lame.x.test'), { code: 'ESERVFAIL' });
    },
  },
];

export const unbound: Party[] = WAYS.flatMap((way) =>
  CASES.filter(({ ways = WAYS }) => ways.includes(way)).map(({ says, use }) => ({
    name: `unbound (${way}) ${says}`,
    programs: ['unbound'],
    use: async () => {
      const server = await NameServer.open({ host: '127.0.0.1', port: 0 });
      const started = await startUnbound(server, way);
      try {
        const resolver = new Resolver({ timeout: 10_000, tries: 1 });
        resolver.setServers([`${started.host}:${started.port}`]);
        await use(server, resolver);
      } finally {
        await started.stop();
        await server.close();
      }
    },
  })),
);
