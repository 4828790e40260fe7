import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseHandshake } from './handshake';

test('what a client asks for stands behind starttls', () => {
  assert.equal(parseHandshake('${close}', 'client'), undefined);
  assert.deepEqual(parseHandshake('${starttls}', 'client'), {});
  assert.deepEqual(parseHandshake('${starttls TLS 1.0}', 'client'), { version: 'TLSv1' });
  assert.deepEqual(parseHandshake('${starttls TLS 1.3, ALPN imap/h2, SNI a.example}', 'client'), {
    version: 'TLSv1.3',
    alpn: ['imap', 'h2'],
    asksFor: 'a.example',
  });
  assert.deepEqual(parseHandshake('${starttls no SNI}', 'client'), { asksFor: '' });
});

test('other wishes, and those of a host, are errors', () => {
  assert.throws(() => parseHandshake('${starttls SSL 3}', 'client'), /no wish of a handshake/);
  assert.throws(() => parseHandshake('${starttls TLS 1.2}', 'server'), /write \$\{starttls\}/);
});
