import assert from 'node:assert';
import { test } from 'node:test';
import { smtpdConf } from './configuration';

const PORTS = { smtp: 15_025, submission: 15_587, submissions: 15_465 };

test('it takes mail for its domain from everybody, and relays for users alone', () => {
  const matches = smtpdConf(PORTS)
    .split('\n')
    .filter((line) => line.startsWith('match'));
  assert.deepStrictEqual(matches, [
    'match from any for domain { "example.test", "mail.example.test" } action "local"',
    'match auth from any for any action "outbound"',
  ]);
});

test('at the ports for users nobody sends who is not logged in, and nobody without TLS', () => {
  const text = smtpdConf(PORTS);
  assert.match(text, /port 15587 .* tls-require pki mail auth <passwords>$/m);
  assert.match(text, /port 15465 .* smtps pki mail auth <passwords>$/m);
});
