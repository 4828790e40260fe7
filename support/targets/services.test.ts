import assert from 'node:assert/strict';
import { test } from 'node:test';
import schema from './schema.json';
import { SERVICES } from './services';

test('a target file may name these services and no others', () => {
  const { services, launch } = schema.properties;
  assert.deepEqual(Object.keys(services.properties), SERVICES);
  const logins = Object.keys(schema.definitions.account.properties.logins.properties);
  // Nobody logs in to LMTP.
  assert.deepEqual(
    logins,
    SERVICES.filter((name) => name !== 'lmtp'),
  );
  assert.deepEqual(launch.properties.ready.enum, SERVICES);
});
