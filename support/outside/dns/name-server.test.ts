import assert from 'node:assert';
import { Resolver } from 'node:dns/promises';
import { after, before, beforeEach, test } from 'node:test';
import type { DnsRecord, Fault } from './answer';
import { NameServer } from './name-server';

let server: NameServer;
let resolver: Resolver;
/** For what does not come. */
let hasty: Resolver;

before(async () => {
  server = await NameServer.open({ host: '127.0.0.1', port: 0 });
});

beforeEach(() => {
  resolver = new Resolver({ timeout: 5_000, tries: 1 });
  hasty = new Resolver({ timeout: 150, tries: 1 });
  for (const one of [resolver, hasty]) one.setServers([`${server.host}:${server.port}`]);
});

after(() => server.close());

const failsWith = (code: string) => (error: NodeJS.ErrnoException) => {
  assert.equal(error.code, code);
  return true;
};

test('mail servers come with their preferences, ties too', async () => {
  const records: DnsRecord[] = [
    { type: 'MX', preference: 10, host: 'mx1.mx.test' },
    { type: 'MX', preference: 20, host: 'mx2.mx.test' },
    { type: 'MX', preference: 20, host: 'mx3.mx.test.' },
  ];
  server.set('mx.test', { records });
  const found = await resolver.resolveMx('mx.test');
  assert.deepEqual(
    found.map(({ priority, exchange }) => `${priority} ${exchange}`),
    ['10 mx1.mx.test', '20 mx2.mx.test', '20 mx3.mx.test'],
  );
});

test('a domain that takes no mail has the root as its mail server', async () => {
  server.set('null.test', { records: [{ type: 'MX', preference: 0, host: '.' }] });
  assert.deepEqual(await resolver.resolveMx('null.test'), [{ priority: 0, exchange: '' }]);
});

test('a name has records of every type', async () => {
  server.set('all.test', {
    records: [
      { type: 'A', address: '127.1.0.1' },
      { type: 'AAAA', address: '::1' },
      { type: 'TXT', text: `v=spf1 ${'a'.repeat(300)} -all` },
      { type: 'NS', host: 'ns.all.test' },
      { type: 'SOA', host: 'ns.all.test', mailbox: 'root.all.test' },
    ],
  });
  server.set('1.0.1.127.in-addr.arpa', { records: [{ type: 'PTR', host: 'all.test' }] });
  assert.deepEqual(await resolver.resolve4('all.test'), ['127.1.0.1']);
  assert.deepEqual(await resolver.resolve6('all.test'), ['::1']);
  assert.deepEqual((await resolver.resolveTxt('all.test'))[0]!.join(''), `v=spf1 ${'a'.repeat(300)} -all`);
  assert.deepEqual(await resolver.resolveNs('all.test'), ['ns.all.test']);
  assert.equal((await resolver.resolveSoa('all.test')).nsname, 'ns.all.test');
  assert.deepEqual(await resolver.reverse('127.1.0.1'), ['all.test']);
});

test('an alias comes with what it points to', async () => {
  server.set('alias.test', { records: [{ type: 'CNAME', host: 'one.alias.test' }] });
  server.set('one.alias.test', { records: [{ type: 'CNAME', host: 'two.alias.test' }] });
  server.set('two.alias.test', { records: [{ type: 'A', address: '127.1.0.2' }] });
  assert.deepEqual(await resolver.resolve4('alias.test'), ['127.1.0.2']);
  assert.deepEqual(await resolver.resolveCname('alias.test'), ['one.alias.test']);
});

test('aliases in a circle, and one that points nowhere, have no address', async () => {
  server.set('round.test', { records: [{ type: 'CNAME', host: 'about.test' }] });
  server.set('about.test', { records: [{ type: 'CNAME', host: 'round.test' }] });
  server.set('nowhere.test', { records: [{ type: 'CNAME', host: 'nothing.test' }] });
  // Some versions of Node give an empty list, instead of an error, where there is an alias.
  const found = await resolver.resolve4('round.test').catch(({ code }) => code);
  assert.ok(found === 'ENODATA' || found.length === 0, found);
  await assert.rejects(resolver.resolve4('nowhere.test'), failsWith('ENOTFOUND'));
});

test('what nobody set does not exist; what has other records, or only names below it, has no data', async () => {
  server.set('a.b.some.test', { records: [{ type: 'A', address: '127.1.0.3' }] });
  await assert.rejects(resolver.resolve4('no.some.test'), failsWith('ENOTFOUND'));
  await assert.rejects(resolver.resolve4('x.a.b.some.test'), failsWith('ENOTFOUND'));
  await assert.rejects(resolver.resolveMx('a.b.some.test'), failsWith('ENODATA'));
  await assert.rejects(resolver.resolve4('b.some.test'), failsWith('ENODATA'));
  await assert.rejects(resolver.resolve4('some.test'), failsWith('ENODATA'));
  server.remove(['a.b.some.test']);
  await assert.rejects(resolver.resolve4('a.b.some.test'), failsWith('ENOTFOUND'));
  await assert.rejects(resolver.resolve4('some.test'), failsWith('ENOTFOUND'));
});

test('a fault is told, or is met', async () => {
  const records: DnsRecord[] = [{ type: 'A', address: '127.1.0.4' }];
  const codes = {
    SERVFAIL: 'ESERVFAIL',
    REFUSED: 'EREFUSED',
    NXDOMAIN: 'ENOTFOUND',
    silence: 'ETIMEOUT',
    'wrong id': 'ETIMEOUT',
    lame: 'ENODATA',
    garbage: 'EBADRESP',
  } as const;
  for (const [fault, code] of Object.entries(codes)) {
    server.set('fault.test', { fault: fault as Fault, records });
    await assert.rejects((code === 'ETIMEOUT' ? hasty : resolver).resolve4('fault.test'), failsWith(code));
  }
});

test('a fault may be that of one type', async () => {
  server.set('partly.test', { fault: { MX: 'SERVFAIL' }, records: [{ type: 'A', address: '127.1.0.5' }] });
  await assert.rejects(resolver.resolveMx('partly.test'), failsWith('ESERVFAIL'));
  assert.deepEqual(await resolver.resolve4('partly.test'), ['127.1.0.5']);
});

test('a fault of what an alias points to is met behind the alias', async () => {
  server.set('to-fault.test', { records: [{ type: 'CNAME', host: 'the-fault.test' }] });
  server.set('the-fault.test', { fault: 'SERVFAIL' });
  await assert.rejects(resolver.resolveMx('to-fault.test'), failsWith('ESERVFAIL'));
});

test('what is too long for UDP comes over TCP, and all of it', async () => {
  const records = Array.from(
    { length: 3_000 },
    (_, n): DnsRecord => ({ type: 'MX', preference: n, host: `m${n}.long.test` }),
  );
  server.set('long.test', { records });
  server.set('forced.test', { fault: 'truncated', records: [{ type: 'A', address: '127.1.0.6' }] });
  assert.equal((await resolver.resolveMx('long.test')).length, 3_000);
  assert.deepEqual(await resolver.resolve4('forced.test'), ['127.1.0.6']);
  assert.deepEqual(
    server.askedBelow(['forced.test']).map(({ name, type, transport }) => `${name} ${type} ${transport}`),
    ['forced.test A udp', 'forced.test A tcp'],
  );
});

test('what was asked is kept until its names are removed', async () => {
  server.set('kept.test', {});
  await assert.rejects(resolver.resolve4('Deep.KEPT.test'));
  await assert.rejects(resolver.resolveMx('unkept.test'));
  const below = server.askedBelow(['kept.test']);
  assert.deepEqual(
    below.map(({ name }) => name),
    ['deep.kept.test'],
  );
  assert.ok(Math.abs(below[0]!.at - Date.now()) < 10_000);
  server.remove(['kept.test']);
  assert.deepEqual(server.askedBelow(['kept.test']), []);
  assert.ok(server.asked.some(({ name }) => name === 'unkept.test'));
});

test('what cannot be written is refused where it is set', () => {
  const records = Array.from(
    { length: 4_096 },
    (_, n): DnsRecord => ({ type: 'A', address: `127.2.${n >> 8}.${n & 255}` }),
  );
  assert.throws(() => server.set('many.test', { records }), /room for 409\d of the 4096 records/);
  assert.throws(() => server.set('a..test', {}), /no such name/);
  assert.throws(() => server.set('bücher.test', {}), /no such name/);
  assert.throws(() => server.set('bad.test', { records: [{ type: 'A', address: 'mx1' }] }));
});
