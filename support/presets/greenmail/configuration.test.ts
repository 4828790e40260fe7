import assert from 'node:assert';
import { test } from 'node:test';
import { properties } from './configuration';

test('every service has its own port, and users log in with their addresses', () => {
  const ports = { smtp: 1, submissions: 6, pop3: 2, pop3s: 3, imap: 4, imaps: 5 };
  const given = properties(ports, { file: '/tmp/k.p12', password: 'p' });
  assert.ok(given.includes('-Dgreenmail.imaps.port=5'));
  assert.ok(given.includes('-Dgreenmail.smtps.port=6'));
  assert.ok(given.includes('-Dgreenmail.smtp.hostname=127.0.0.1'));
  assert.match(given.find((property) => property.includes('users='))!, /=ann:secret-of-ann@example\.test,ben:/);
});
