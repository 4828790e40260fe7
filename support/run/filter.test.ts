import assert from 'node:assert';
import { test } from 'node:test';
import { type Filters, filterOf, sectionOf } from './filter';

const all = [
  { id: 'smtp/order#a', was: [], tags: ['@MUST'], requirements: ['R5321-4.1-1'] },
  { id: 'smtp/extensions/size#b', was: ['smtp/size#b'], tags: ['@SHOULD', '@hostile'], requirements: ['R1870-6.1-2'] },
  { id: 'smtp-odd/c#c', was: [], tags: ['@MUST', '@spends-logins'], requirements: ['R5321-4.10-1', 'M-robust-x'] },
  { id: 'pop3/d#d', was: [], tags: ['@MAY', '@strain'], requirements: ['R5321-4.1.4-a', 'R1939-3-1'] },
];

function chosen(filters: Partial<Filters>): string {
  const passes = filterOf({ words: [], exclude: [], only: [], rfc: [], id: [], safe: false, ...filters });
  return all
    .filter(passes)
    .map(({ id }) => id.slice(-1))
    .join('');
}

test('no filter passes everything', () => assert.equal(chosen({}), 'abcd'));

test('--only goes by whole names of folders and topics', () => {
  assert.equal(chosen({ only: ['smtp'] }), 'ab');
  assert.equal(chosen({ only: ['smtp/extensions/'] }), 'b');
  assert.equal(chosen({ only: ['smtp/order', 'pop3'] }), 'ad');
  assert.equal(chosen({ only: ['smtp/ord'] }), '');
});

test('--rfc is a prefix of sections, not of letters', () => {
  assert.equal(chosen({ rfc: ['5321'] }), 'acd');
  assert.equal(chosen({ rfc: ['5321:4.1'] }), 'ad');
  assert.equal(chosen({ rfc: ['5321:4'] }), 'acd');
  assert.equal(chosen({ rfc: ['5321:4.1.4', '1870'] }), 'bd');
  assert.equal(chosen({ rfc: ['532'] }), '');
});

test('--tags is a tag expression', () => {
  assert.equal(chosen({ tags: '@MUST or @MAY' }), 'acd');
  assert.equal(chosen({ tags: 'not @hostile' }), 'acd');
});

test('--id takes old ids too', () => assert.equal(chosen({ id: ['smtp/size#b', 'pop3/d#d'] }), 'bd'));

test('--safe leaves out what strains the server or spends logins, and not what is merely hostile', () => {
  assert.equal(chosen({ safe: true }), 'ab');
});

test('words are topics, sections, requirements and ids, and any of them selects', () => {
  assert.equal(chosen({ words: ['smtp/order'] }), 'a');
  assert.equal(chosen({ words: ['RFC 5321 §4.1'] }), 'ad');
  assert.equal(chosen({ words: ['rfc5321'] }), 'acd');
  assert.equal(chosen({ words: ['M-robust-x', 'smtp/size#b'] }), 'bc');
  assert.equal(chosen({ words: ['R5321-4.1-1', 'pop3', '1870:6'] }), 'abd');
});

test('--exclude leaves out what such words name', () => {
  assert.equal(chosen({ exclude: ['smtp', 'R5321-4.10-1'] }), 'd');
  assert.equal(chosen({ words: ['smtp'], exclude: ['smtp/order'] }), 'b');
});

test('filters add up', () => assert.equal(chosen({ rfc: ['5321'], only: ['smtp'], tags: '@MUST' }), 'a'));

test('what cannot be read is a usage error', () => {
  assert.throws(() => chosen({ rfc: ['five'] }), { name: 'UsageError', code: 'bad-rfc' });
  assert.throws(() => chosen({ tags: '@a or' }), { name: 'UsageError', code: 'bad-tags' });
});

test('a requirement id says where it stands', () => {
  assert.deepEqual(sectionOf('R5321-4.5.3.1.8-2'), { rfc: '5321', section: '4.5.3.1.8' });
  assert.equal(sectionOf('M-robust-x'), undefined);
});
