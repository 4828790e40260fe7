import assert from 'node:assert/strict';
import { test } from 'node:test';
import { InputBuffer } from './input';

test('a reading is told what each octet is wanted for, a line at a time, and sees each once', () => {
  const input = new InputBuffer();
  const seen: string[] = [];
  input.reading = (octets, want) => {
    if (octets.length > 0) seen.push(`${want} ${octets}`);
    return Buffer.from(octets.toString().toUpperCase());
  };
  input.push(Buffer.from('data\r\nmess'));
  assert.equal(input.length, 10);
  assert.equal(String(input.line()), 'DATA');
  assert.equal(String(input.take(2)), 'ME');
  input.unread(Buffer.from('ME'));
  input.push(Buffer.from('age\r\nquit\r\n'));
  assert.equal(String(input.take(4)), 'MESS');
  assert.equal(String(input.take(5)), 'AGE\r\n');
  assert.equal(String(input.line()), 'QUIT');
  assert.equal(input.line(), undefined);
  assert.deepEqual(seen, ['line data\r\n', 'block me', 'block ss', 'block age\r\n', 'line quit\r\n']);
});

test('a reading may hold octets back, and is asked again when more is wanted', () => {
  const input = new InputBuffer();
  let held = '';
  input.reading = (octets, want) => {
    const all = held + octets.toString();
    held = want === 'block' && all.endsWith('.') ? '.' : '';
    return Buffer.from(held === '' ? all : all.slice(0, -1));
  };
  input.push(Buffer.from('a.'));
  assert.equal(String(input.take(10)), 'a');
  assert.equal(input.take(10), undefined);
  input.push(Buffer.from('\r\n'));
  assert.equal(String(input.line()), '.');
});
