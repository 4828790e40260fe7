import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dotted, reversed } from './address-names';

test('addresses are names', () => {
  assert.equal(reversed('192.0.2.1'), '1.2.0.192.in-addr.arpa');
  assert.equal(reversed('2001:db8::7'), `7.${'0.'.repeat(23)}8.b.d.0.1.0.0.2.ip6.arpa`);
  assert.equal(dotted('::ffff:1.2.3.4'), `${'0.'.repeat(20)}f.f.f.f.0.1.0.2.0.3.0.4`);
  assert.equal(dotted('::').length, 63);
});
