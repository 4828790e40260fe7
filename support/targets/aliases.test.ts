import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Alias, type AliasKind, aliasOfKind, domainsBehind, endOf } from './aliases';

const DOMAINS = ['example.test'];
const AROUND = {
  domains: DOMAINS,
  accounts: ['ann@example.test', 'ben@example.test', 'eva@example.test'],
  bob: 'ben@example.test',
};
const ALIASES: Alias[] = [
  { address: 'bens@example.test', to: ['Ben@Example.test'] },
  { address: 'evas@example.test', to: ['eva@example.test'] },
  { address: 'away@example.test', to: ['a@far.test'] },
  { address: 'eva-and@example.test', to: ['eva@example.test', 'a@far.test'] },
  { address: 'ben-and@example.test', to: ['ben@example.test', 'b@further.test'] },
  { address: 'gone@example.test', to: ['nobody@example.test'] },
  { address: 'one@example.test', to: ['two@example.test'] },
  { address: 'two@example.test', to: ['one@example.test'] },
];
const found = (kind: AliasKind) => aliasOfKind(kind, ALIASES, AROUND)?.address.split('@')[0];

test('an alias is what it leads to', () => {
  const kinds: AliasKind[] = ['elsewhere', 'several', 'bob', 'unknown', 'ring'];
  assert.deepEqual(kinds.map(found), ['away', 'ben-and', 'bens', 'gone', 'one']);
});

test('an account that has a mailbox besides its alias ends a ring', () => {
  const aliases = [{ address: 'one@example.test', to: ['one@example.test', 'ben@example.test'] }];
  assert.equal(aliasOfKind('ring', aliases, AROUND), undefined);
});

test('its end is the address elsewhere, where there is one', () => {
  assert.equal(endOf(ALIASES[4]!, DOMAINS), 'b@further.test');
  assert.equal(endOf(ALIASES[0]!, DOMAINS), 'Ben@Example.test');
  assert.deepEqual(domainsBehind(ALIASES, DOMAINS), ['far.test', 'further.test']);
});
