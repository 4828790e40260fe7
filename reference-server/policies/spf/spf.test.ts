import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Names } from '../../dns/names';
import type { Answer } from '../../dns/resolver';
import { systemClock } from '../../net/clock';
import { Spf } from './spf';

/** Texts and addresses by name; other names are not there. */
function names(texts: Record<string, string[][]>, addresses: Record<string, string[]> = {}): Names {
  const of = <T>(records: readonly T[] | undefined): Answer<T> =>
    records ? { kind: 'found', records } : { kind: 'no-domain' };
  return {
    txt: async (name) => of(texts[name]),
    ipv4: async (name) => of(addresses[name]),
    ipv6: async () => ({ kind: 'no-data' }),
    mx: async () => ({ kind: 'failed', why: 'SERVFAIL' }),
    pointers: async () => ({ kind: 'no-domain' }),
  };
}

const asked = async (
  texts: Record<string, string[][]>,
  addresses?: Record<string, string[]>,
  address = '192.0.2.1',
) => {
  const spf = new Spf({ names: names(texts, addresses), clock: systemClock(), hostname: 'mx.test' });
  const sender = { local: 'a', domain: 'one.test' };
  return await spf.check({ address, domain: 'one.test', sender, helo: 'client.test' });
};

describe('SPF', () => {
  it('allows and forbids by network', async () => {
    assert.equal((await asked({ 'one.test': [['v=spf1 ip4:192.0.2.0/24 -all']] })).word, 'pass');
    assert.equal((await asked({ 'one.test': [['v=spf1 ip4:198.51.100.0/24 -all']] })).word, 'fail');
    assert.equal((await asked({ 'one.test': [['v=spf1 ip6:2001:db8::/32 -all']] }, {}, '2001:db8::7')).word, 'pass');
  });

  it('has nothing to say of a domain without a record, or of what is no domain', async () => {
    assert.equal((await asked({})).word, 'none');
    const spf = new Spf({ names: names({ test: [['v=spf1 -all']] }), clock: systemClock(), hostname: 'mx.test' });
    const sender = { local: 'a', domain: 'test' };
    assert.equal((await spf.check({ address: '192.0.2.1', domain: 'test', sender, helo: '' })).word, 'none');
  });

  it('tells errors that pass from those that stay', async () => {
    assert.equal((await asked({ 'one.test': [['v=spf1 mx -all']] })).word, 'temperror');
    assert.equal((await asked({ 'one.test': [['v=spf1 ip4:192.0.2.1 what']] })).word, 'permerror');
    assert.equal((await asked({ 'one.test': [['v=spf1 -all'], ['v=spf1 +all']] })).word, 'permerror');
  });

  it('gives the words of the domain, with what they say of the client', async () => {
    const texts = { 'one.test': [['v=spf1 -all exp=why.%{d}']], 'why.one.test': [['%{i} may not, ', 'at %{r}']] };
    assert.equal((await asked(texts)).explanation, '192.0.2.1 may not, at mx.test');
  });

  it('expands names', async () => {
    const texts = { 'one.test': [['v=spf1 exists:%{ir}.%{l}.%{d2}.list.test -all']] };
    assert.equal((await asked(texts, { '1.2.0.192.a.one.test.list.test': ['127.0.0.2'] })).word, 'pass');
  });
});
