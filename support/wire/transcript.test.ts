import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Transcript } from './transcript';

const lines = (transcript: Transcript) =>
  transcript
    .toString()
    .split('\n')
    .map((line) => line.slice(9));

test('direction, connection and escaped octets are shown, a line of the wire each', () => {
  const transcript = new Transcript();
  transcript.note(1, 'connected');
  transcript.record(1, 'S', Buffer.from('220 hi\r\n'));
  transcript.record(2, 'C', Buffer.from('EHLO a\r\nNOOP\n\x80', 'latin1'));
  assert.deepEqual(lines(transcript), ['-1: connected', 'S1: 220 hi', 'C2: EHLO a', 'C2: NOOP<LF>', 'C2: \\x80']);
});

test('times are milliseconds since the transcript began', () => {
  const transcript = new Transcript();
  transcript.note(1, 'x');
  assert.match(transcript.toString(), /^ +\d+\.\d -1: x$/);
});

test('a secret that is cut by the borders of writes is hidden', () => {
  const transcript = new Transcript();
  transcript.record(1, 'C', Buffer.from('PASS sec'));
  transcript.record(1, 'S', Buffer.from('+OK\r\n'));
  transcript.record(1, 'C', Buffer.from('ret-1\r\n'));
  transcript.hide('secret-1');
  assert.deepEqual(lines(transcript), ['C1: PASS ****', 'S1: +OK', 'C1: ****']);
});

test('what is too much is counted and not kept', () => {
  const transcript = new Transcript({ octets: 12, shown: 4, line: 1 });
  transcript.record(1, 'S', Buffer.from('abcdef'));
  transcript.record(1, 'S', Buffer.from('ghijklmn'));
  transcript.record(1, 'S', Buffer.from('opq'));
  transcript.record(1, 'S', Buffer.from('rst'));
  transcript.record(1, 'S', Buffer.from('\n'));
  assert.deepEqual(lines(transcript), [
    'S1: abcd',
    'S1: … 1 octets left out',
    'S1: f',
    'S1: ghij',
    'S1: … 10 octets left out',
    'S1: <LF>',
  ]);
});
