import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { isNetwork, Networks } from './networks';

describe('networks', () => {
  const some = new Networks(['127.0.99.0/24', '192.0.2.7', '2001:db8::/32', '2001:db9::1']);
  const WITHIN: [address: string, within: boolean][] = [
    ['127.0.99.1', true],
    ['127.0.98.255', false],
    ['192.0.2.7', true],
    ['192.0.2.8', false],
    ['2001:db8:1::1', true],
    ['2001:db9::1', true],
    ['2001:db9::2', false],
    ['nonsense', false],
  ];
  for (const [address, within] of WITHIN) {
    it(`${address} is ${within ? 'in' : 'out'}side`, () => assert.equal(some.has(address), within));
  }

  it('none holds nobody', () => assert.equal(new Networks([]).has('127.0.0.1'), false));

  it('are an address, and perhaps a number of bits', () => {
    for (const right of ['10.0.0.0/8', '10.1.2.3', '::/0', '::1']) assert.ok(isNetwork(right), right);
    for (const wrong of ['', '10.0.0.0/33', '10.0.0.0/8/8', 'local', '::/129', '10.0.0/8', '10.0.0.0/x'])
      assert.ok(!isNetwork(wrong), wrong);
  });
});
