import assert from 'node:assert';
import { test } from 'node:test';
import { mayHaveOutside, placeOutside, resolvConf } from './outside';

test('a resolv.conf names the name server of the instance and no other', () => {
  const text = resolvConf({ dns: { host: '127.53.1.2', port: 53 }, mxPort: 25 });
  assert.deepStrictEqual(
    text.split('\n').filter((line) => line.startsWith('nameserver')),
    ['nameserver 127.53.1.2'],
  );
});

if (mayHaveOutside())
  test('instances have name servers at addresses of their own', async () => {
    const places = [await placeOutside(), await placeOutside(25)];
    assert.match(places[0]!.dns.host, /^127\.53\.\d+\.\d+$/);
    assert.notStrictEqual(places[0]!.dns.host, places[1]!.dns.host);
    assert.strictEqual(places[1]!.mxPort, 25);
  });
