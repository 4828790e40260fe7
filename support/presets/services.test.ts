import assert from 'node:assert';
import { test } from 'node:test';
import { placeServices } from './services';

test('services stand at ports of their own; TLS is where the name says, unless something else is said', async () => {
  const { ports, services } = await placeServices(['lmtp', 'pop3', 'imaps'], (name) =>
    name === 'pop3' ? { login: 'after-tls' } : {},
  );
  assert.strictEqual(new Set(Object.values(ports)).size, 3);
  assert.deepStrictEqual(services, [
    { name: 'lmtp', host: '127.0.0.1', port: ports.lmtp, tls: 'none', login: 'plain' },
    { name: 'pop3', host: '127.0.0.1', port: ports.pop3, tls: 'optional', login: 'after-tls' },
    { name: 'imaps', host: '127.0.0.1', port: ports.imaps, tls: 'implicit', login: 'after-tls' },
  ]);
});
