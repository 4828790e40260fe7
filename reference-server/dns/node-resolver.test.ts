import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { type NameServer, nameServer } from '../testing/names';
import { NodeResolver } from './node-resolver';

describe('the resolver', () => {
  let server: NameServer;
  let resolver: NodeResolver;
  before(async () => {
    server = await nameServer({
      'other.test': { mx: ['20 mx2.other.test', '10 mx1.other.test'] },
      'null.test': { mx: ['0 .'] },
      'alias.test': { cname: 'other.test' },
      'mx1.other.test': { a: ['192.0.2.1'], aaaa: ['2001:db8::1'] },
      'mx2.other.test': { aaaa: ['2001:db8::2'] },
      'empty.test': {},
      'broken.test': 'SERVFAIL',
      'xn--bcher-kva.test': { a: ['192.0.2.3'] },
    });
    resolver = new NodeResolver({ servers: [server.at], timeout: 500 });
  });
  after(() => server.close());

  it('finds mail exchangers, behind an alias too, and the root as no name', async () => {
    const records = [
      { exchange: 'mx2.other.test', preference: 20 },
      { exchange: 'mx1.other.test', preference: 10 },
    ];
    for (const name of ['other.test', 'alias.test'])
      assert.deepEqual(await resolver.mx(name), { kind: 'found', records });
    assert.deepEqual(await resolver.mx('null.test'), { kind: 'found', records: [{ exchange: '', preference: 0 }] });
  });

  it('finds addresses of both families', async () => {
    assert.deepEqual(await resolver.addresses('mx1.other.test'), {
      kind: 'found',
      records: ['192.0.2.1', '2001:db8::1'],
    });
    assert.deepEqual(await resolver.addresses('mx2.other.test'), { kind: 'found', records: ['2001:db8::2'] });
    assert.deepEqual(await resolver.addresses('bücher.test'), { kind: 'found', records: ['192.0.2.3'] });
  });

  it('tells apart why it finds nothing', async () => {
    for (const ask of ['mx', 'addresses'] as const) {
      assert.equal((await resolver[ask]('empty.test')).kind, 'no-data');
      assert.equal((await resolver[ask]('nothing.test')).kind, 'no-domain');
      assert.equal((await resolver[ask](`${'a'.repeat(64)}.test`)).kind, 'no-domain');
      assert.deepEqual(await resolver[ask]('broken.test'), { kind: 'failed', why: 'ESERVFAIL' });
    }
  });

  it('does not wait for ever', async () => {
    const nobody = new NodeResolver({ servers: ['127.0.0.1:9'], timeout: 50 });
    assert.equal((await nobody.mx('other.test')).kind, 'failed');
  });
});
