import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Answer, MailExchanger } from '../dns/resolver';
import { OwnPlaces } from '../net/own-places';
import { Routes } from './routes';

const found = <T>(...records: T[]): Answer<T> => ({ kind: 'found', records });
const mx = (...texts: string[]): Answer<MailExchanger> =>
  found(
    ...texts.map((text) => {
      const [preference = '', exchange = ''] = text.split(' ');
      return { preference: Number(preference), exchange };
    }),
  );

const own = new OwnPlaces();
own.add('192.0.2.99', 25);

/** The places that are tried, and what it means that there are no more. */
async function way(
  domain: string,
  exchangers: Answer<MailExchanger>,
  addresses: Readonly<Record<string, Answer<string>>> = {},
  random = 0,
): Promise<string[]> {
  const asked: string[] = [];
  const routes = new Routes({
    resolver: {
      mx: async () => exchangers,
      addresses: async (host) => {
        asked.push(host);
        return addresses[host] ?? found(`${host}'s`);
      },
    },
    hostname: 'mail.example.test',
    own,
    random: (octets) => Buffer.alloc(octets, random),
    port: 25,
  });
  const hops = routes.hops(domain);
  const tried: string[] = [];
  for (;;) {
    const { done, value } = await hops.next();
    if (done) return [...tried, `${value.kind} ${value.status}`];
    tried.push(`${value.name} ${value.address}`);
  }
}

describe('the way to a domain', () => {
  it('is its mail exchangers, best first, each with all its addresses', async () => {
    const addresses = { a: found('192.0.2.1', '2001:db8::1'), b: found('192.0.2.2') };
    assert.deepEqual(await way('other.test', mx('20 a', '10 b'), addresses), [
      'b 192.0.2.2',
      'a 192.0.2.1',
      'a 2001:db8::1',
      'refused 5.4.4',
    ]);
  });

  it('is by chance among equals', async () => {
    const first = new Set<string>();
    for (let random = 0; random < 6; random++)
      first.add((await way('other.test', mx('1 a', '1 b', '1 c'), {}, random))[0]!);
    assert.deepEqual([...first].sort(), ["a a's", "b b's", "c c's"]);
  });

  it('is the domain itself where it names no mail exchanger, and only then', async () => {
    assert.deepEqual(await way('other.test', { kind: 'no-data' }), ["other.test other.test's", 'refused 5.4.4']);
    assert.deepEqual(await way('other.test', mx('10 a'), { a: { kind: 'no-data' } }), ['refused 5.4.4']);
    assert.deepEqual(await way('other.test', { kind: 'no-data' }, { 'other.test': { kind: 'no-data' } }), [
      'refused 5.4.4',
    ]);
  });

  it('is none where there is no domain, where it takes no mail, and where nobody knows now', async () => {
    assert.deepEqual(await way('other.test', { kind: 'no-domain' }), ['refused 5.1.2']);
    assert.deepEqual(await way('other.test', mx('0 ')), ['refused 5.1.10']);
    assert.deepEqual(await way('other.test', { kind: 'failed', why: 'ETIMEOUT' }), ['later 4.4.3']);
  });

  it('passes over what has no address now or never', async () => {
    const addresses = { a: { kind: 'no-domain' }, b: { kind: 'failed', why: 'ESERVFAIL' } } as const;
    assert.deepEqual(await way('other.test', mx('1 a', '2 b', '3 c'), addresses), ["c c's", 'later 4.4.3']);
    assert.deepEqual(await way('other.test', mx('1 a', '2 b'), addresses), ['later 4.4.3']);
    assert.deepEqual(await way('other.test', mx('1 a', '2 '), addresses), ['refused 5.4.4']);
  });

  it('leads to what is better than this server itself, known by name or by address', async () => {
    assert.deepEqual(await way('other.test', mx('5 a', '10 MAIL.example.test', '10 b', '20 c')), [
      "a a's",
      'refused 5.4.4',
    ]);
    assert.deepEqual(await way('other.test', mx('10 mail.example.test', '20 c')), ['refused 5.4.6']);
    const addresses = { me: found('192.0.2.99') };
    assert.deepEqual(await way('other.test', mx('5 a', '10 me', '10 b', '20 c'), addresses), [
      "a a's",
      'refused 5.4.4',
    ]);
    assert.deepEqual(await way('other.test', mx('10 me', '20 c'), addresses), ['refused 5.4.6']);
  });

  it('is the address of an address literal, and nobody is asked', async () => {
    const nobody: Answer<MailExchanger> = { kind: 'failed', why: 'nobody is asked' };
    assert.deepEqual(await way('[192.0.2.7]', nobody), ['[192.0.2.7] 192.0.2.7', 'later 4.4.1']);
    assert.deepEqual(await way('[IPv6:2001:db8::7]', nobody), ['[IPv6:2001:db8::7] 2001:db8::7', 'later 4.4.1']);
    assert.deepEqual(await way('[192.0.2.99]', nobody), ['refused 5.4.6']);
  });
});
