import assert from 'node:assert/strict';
import { test } from 'node:test';
import { clientHello } from './client-hello';
import { firstRecord, groupBits, messageTypes } from './records';

const kindOf = (hex: string) => firstRecord(Buffer.from(hex, 'hex')).kind;
const HELLO = `160303002a020000260303${'07'.repeat(32)}00c02b00`;

test('an alert has its name', () => {
  assert.deepEqual(firstRecord(Buffer.from('15030100020246', 'hex')), { kind: 'alert', name: 'protocol_version' });
  assert.deepEqual(firstRecord(Buffer.from('150303000202fe', 'hex')), { kind: 'alert', name: 'alert 254' });
});

test('a warning is passed over', () => {
  assert.equal(kindOf('15030300020170'), 'none');
  assert.equal(kindOf(`15030300020170${HELLO}`), 'server-hello');
});

test('a ServerHello tells its suite', () => {
  assert.deepEqual(firstRecord(Buffer.from(HELLO, 'hex')), { kind: 'server-hello', suite: 'c02b', compresses: false });
  assert.equal(kindOf(HELLO.slice(0, 40)), 'none');
});

test('what is no record of a server is neither', () => {
  assert.equal(kindOf(Buffer.from('220 mail ready\r\n').toString('hex')), 'other');
  assert.equal(kindOf('800b0400010002'), 'other');
  assert.equal(firstRecord(clientHello(Buffer.from([3, 3]), Buffer.from([0, 0x35]))).kind, 'other');
});

test('the messages of a flight tell their types, over records and past warnings', () => {
  const flight = `15030300020170${HELLO}16030300090d0000010116030300040e000000`;
  assert.deepEqual(
    messageTypes(Buffer.from(flight.replace('16030300090d0000010116', '16030300050d0000010116'), 'hex')),
    [2, 13, 14],
  );
  assert.deepEqual(messageTypes(Buffer.from(`${HELLO}16030300`, 'hex')), [2]);
});

test('a group for Diffie-Hellman has as many bits as its prime', () => {
  const exchange = (prime: string) => {
    const length = (octets: number) => octets.toString(16).padStart(4, '0');
    const body = `${length(prime.length / 2)}${prime}`;
    return Buffer.from(`160303${length(body.length / 2 + 4)}0c00${length(body.length / 2)}${body}`, 'hex');
  };
  assert.equal(groupBits(exchange('ff'.repeat(128))), 1024);
  assert.equal(groupBits(exchange('0001ff')), 9);
  assert.equal(groupBits(exchange('ff'.repeat(128)).subarray(0, 100)), undefined);
});
