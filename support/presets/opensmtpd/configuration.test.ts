import assert from 'node:assert';
import { test } from 'node:test';
import { smtpdConf } from './configuration';

test('it takes mail for its domain from everybody, and relays for nobody', () => {
  const matches = smtpdConf(15_025)
    .split('\n')
    .filter((line) => line.startsWith('match'));
  assert.deepStrictEqual(matches, ['match from any for domain { "example.test", "mail.example.test" } action "local"']);
  assert.doesNotMatch(smtpdConf(15_025), /relay/);
});
