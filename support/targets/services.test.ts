import assert from 'node:assert/strict';
import { test } from 'node:test';
import schema from './schema.json';
import { SERVICES } from './services';

test('a target file may name these services and no others', () => {
  const { services, launch } = schema.properties;
  // A webmail speaks for its target over HTTP, by an adapter: no protocol of mail is spoken with it.
  assert.deepEqual(Object.keys(services.properties), [...SERVICES, 'webmail']);
  const logins = Object.keys(schema.definitions.account.properties.logins.properties);
  // Nobody logs in to LMTP.
  assert.deepEqual(
    logins,
    SERVICES.filter((name) => name !== 'lmtp'),
  );
  assert.deepEqual(launch.properties.ready.enum, SERVICES);
});
