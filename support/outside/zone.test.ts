import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Answer } from './dns/answer';
import { recordOf, Zone } from './zone';

test('what is said of a name one after the other is one answer', () => {
  const told = new Map<string, Answer>();
  const zone = new Zone((name, answer) => told.set(name, answer));
  zone.add('a.test', { type: 'MX', preference: 10, host: 'mx1.test' });
  zone.add('a.test', { type: 'A', address: '127.0.0.9' });
  zone.fail('a.test', 'AAAA', 'SERVFAIL');
  assert.deepEqual(told.get('a.test'), {
    records: [
      { type: 'MX', preference: 10, host: 'mx1.test' },
      { type: 'A', address: '127.0.0.9' },
    ],
    fault: { AAAA: 'SERVFAIL' },
  });
  assert.deepEqual(zone.all(), ['a.test']);
});

test('a row is a record', () => {
  assert.deepEqual(recordOf('MX', '10 mx1.test'), { type: 'MX', preference: 10, host: 'mx1.test' });
  assert.deepEqual(recordOf('CNAME', 'b.test'), { type: 'CNAME', host: 'b.test' });
  assert.deepEqual(recordOf('TXT', 'v=spf1 -all'), { type: 'TXT', text: 'v=spf1 -all' });
  assert.throws(() => recordOf('MX', 'mx1'), /write a preference and a host/);
  assert.throws(() => recordOf('SRV', 'x'), /no type/);
});
