import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Blocked, Mismatch } from './outcome';
import { blockedByDistrust } from './trust';

test('a certificate that the suite does not trust blocks', () => {
  const error = blockedByDistrust(new Mismatch('tls-failed', 'the TLS handshake failed: self-signed certificate'));
  assert.ok(error instanceof Blocked);
  assert.match(error.reason, /self-signed certificate; .*tls\.ca/);
});

test('a handshake that the server spoils stays a mismatch', () => {
  for (const error of [
    new Mismatch('tls-failed', 'the TLS handshake failed: the server closed the connection'),
    new Mismatch('tls-failed', 'the TLS handshake failed: alert certificate required'),
    new Mismatch('closed', 'the server closed the connection'),
    new Error('self-signed certificate'),
  ]) {
    assert.equal(blockedByDistrust(error), error);
  }
});
