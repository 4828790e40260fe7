import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { parsePath } from './path';

const good: Array<[text: string, local: string, domain: string, rest: string]> = [
  ['<>', '', '', ''],
  ['<a@b>', 'a', 'b', ''],
  ['<a.b+c@x-y.example> SIZE=3', 'a.b+c', 'x-y.example', ' SIZE=3'],
  ['<Postmaster>', 'Postmaster', '', ''],
  ['<"a b"@b>', 'a b', 'b', ''],
  ['<"a>b\\"@c"@b> X', 'a>b"@c', 'b', ' X'],
  ['<""@b>', '', 'b', ''],
  ['<a@[127.0.0.1]>', 'a', '[127.0.0.1]', ''],
  ['<a@[IPv6:::1]>', 'a', '[IPv6:::1]', ''],
  ['<a@[x-tag:content]>', 'a', '[x-tag:content]', ''],
  ['<@one.example,@two.example:a@b>', 'a', 'b', ''],
  ['<δοκιμή@παράδειγμα.example>', 'δοκιμή', 'παράδειγμα.example', ''],
  [`<${'a'.repeat(64)}@b>`, 'a'.repeat(64), 'b', ''],
];

const bad = [
  '',
  'a@b',
  '<a@b',
  '<a>',
  '<@b>',
  '<a@>',
  '<a@@b>',
  '<a b@c>',
  '<.a@b>',
  '<a.@b>',
  '<a..b@c>',
  '<a@b.>',
  '<a@.b>',
  '<a@-b>',
  '<a@b_c>',
  '<a@[127.0.0.1>',
  '<a@[127.0.0.256]>',
  '<a@[1.2.3]>',
  '<a@[IPv6:1]>',
  '<a@127.0.0.1]>',
  '<"a@b>',
  '<"a"b@c>',
  '<a"b"@c>',
  '<"a\tb"@c>',
  '<@one.example a@b>',
  '<@one.example:>',
  '<one.example:a@b>',
  `<${'a'.repeat(65)}@b>`,
  `<a@${'b.'.repeat(126)}cccc>`,
];

describe('paths', () => {
  for (const [text, local, domain, rest] of good) {
    it(`takes ${text}`, () => {
      const parsed = parsePath(text);
      assert.ok(parsed);
      assert.deepEqual([parsed.path.local, parsed.path.domain, parsed.rest], [local, domain, rest]);
    });
  }
  for (const text of bad) it(`refuses ${text}`, () => assert.equal(parsePath(text), undefined));
});
