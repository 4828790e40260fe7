import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openStore } from '../store/store';
import { Directory } from './directory';

const ACCOUNTS = ['ann@example.test', 'ben@example.test'];

function directory(aliases: Record<string, string | string[]>): Directory {
  const store = openStore({ now: () => 0 });
  for (const address of ACCOUNTS) store.accounts.create(address, '');
  return new Directory({ store, domains: ['example.test'], aliases, postmaster: ACCOUNTS[0] });
}

const namesOf = (one: Directory, local: string) =>
  one.behind(local, 'example.test').map((behind) => {
    return behind.kind === 'account' ? behind.account.address : `${behind.kind} ${behind.address}`;
  });

test('an alias leads to all that it stands for, over others too', () => {
  const aliases = {
    'all@example.test': ['ben@example.test', 'away@example.test', 'gone@example.test'],
    'away@example.test': 'Carol@far.test',
  };
  assert.deepEqual(namesOf(directory(aliases), 'ALL'), [
    'ben@example.test',
    'elsewhere Carol@far.test',
    'nobody gone@example.test',
  ]);
});

test('a ring of aliases ends, and nobody is behind it', () => {
  const aliases = { 'one@example.test': 'two@example.test', 'two@example.test': ['one@example.test'] };
  assert.deepEqual(namesOf(directory(aliases), 'one'), []);
  const out = { ...aliases, 'two@example.test': ['one@example.test', 'ben@example.test'] };
  assert.deepEqual(namesOf(directory(out), 'one'), ['ben@example.test']);
});

test('aliases that all lead to one another are each followed once', () => {
  const names = Array.from({ length: 20 }, (_, i) => `a${i}@example.test`);
  const aliases = Object.fromEntries(names.map((name) => [name, [...names, 'ben@example.test']]));
  assert.ok(namesOf(directory(aliases), 'a0').length <= names.length);
});

test('whose mail goes to others and to herself keeps a copy', () => {
  const one = directory({ 'ann@example.test': ['ann@example.test', 'a@far.test'] });
  assert.deepEqual(namesOf(one, 'ann'), ['ann@example.test', 'elsewhere a@far.test']);
});

test('an address is an account that it alone stands for', () => {
  const one = directory({ 'info@example.test': 'ben@example.test', 'all@example.test': ACCOUNTS });
  assert.equal(one.resolve('info', 'example.test')?.address, 'ben@example.test');
  assert.equal(one.resolve('all', 'example.test'), undefined);
  assert.equal(one.resolve('Postmaster', 'example.test')?.address, 'ann@example.test');
});
