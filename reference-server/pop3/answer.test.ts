import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { err, ok, payloadOctets, statusLine } from './answer';

const wire = (payload: Buffer | string[]) => Buffer.concat(payloadOctets(payload)).toString('latin1');

describe('payloads', () => {
  it('get a dot before every line that begins with one, and an end', () => {
    assert.equal(wire(Buffer.from('.a\r\n..\r\nb.\r\n.\r\n')), '..a\r\n...\r\nb.\r\n..\r\n.\r\n');
    assert.equal(wire(Buffer.from('')), '.\r\n');
    assert.equal(wire(Buffer.from('\r\n')), '\r\n.\r\n');
    assert.equal(wire(['1 20', '.x']), '1 20\r\n..x\r\n.\r\n');
    assert.equal(wire([]), '.\r\n');
  });

  it('leave dots behind a bare newline alone: it ends no line', () => {
    assert.equal(wire(Buffer.from('a\n.\r\nb\r.\r\n')), 'a\n.\r\nb\r.\r\n.\r\n');
  });
});

describe('status lines', () => {
  it('show response codes only where they were announced', () => {
    assert.equal(statusLine(err('Busy', 'IN-USE'), true), '-ERR [IN-USE] Busy\r\n');
    assert.equal(statusLine(err('Busy', 'IN-USE'), false), '-ERR Busy\r\n');
    assert.equal(statusLine(ok('2 300'), true), '+OK 2 300\r\n');
  });
});
