import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseAddresses } from './address';

const read = (value: string, tokens = 100_000) => parseAddresses(value, { tokens });

const address = (name: string | null, mailbox: string | null, host: string | null, route: string | null = null) => ({
  name,
  route,
  mailbox,
  host,
});

const CASES: [what: string, value: string, expected: ReturnType<typeof address>[]][] = [
  ['a bare address', 'a@example.test', [address(null, 'a', 'example.test')]],
  ['a display name', 'Mary Smith <mary@example.test>', [address('Mary Smith', 'mary', 'example.test')]],
  ['a quoted name', '"Giant; \\"Big\\" Box" <box@x.test>', [address('Giant; "Big" Box', 'box', 'x.test')]],
  ['a name with a dot', 'Joe Q. Public <j@x.test>', [address('Joe Q. Public', 'j', 'x.test')]],
  ['a comment as a name', 'j@x.test (John \\(Jack\\) Doe)', [address('John (Jack) Doe', 'j', 'x.test')]],
  ['a comment beside a name', 'Pete(A nice \\) chap) <pete(x)@s.test>', [address('Pete', 'pete', 's.test')]],
  ['a quoted local part', '"john doe"@x.test', [address(null, 'john doe', 'x.test')]],
  ['a local part with spaces around dots', 'a . b @ x . test', [address(null, 'a.b', 'x.test')]],
  ['a domain literal', 'a@[192.0.2.1]', [address(null, 'a', '[192.0.2.1]')]],
  ['a source route', '<@a.test,@b.test:c@d.test>', [address(null, 'c', 'd.test', '@a.test,@b.test')]],
  [
    'a group',
    'A Group:Ed <ed@x.test>,joe@y.test;',
    [
      address(null, 'A Group', null),
      address('Ed', 'ed', 'x.test'),
      address(null, 'joe', 'y.test'),
      address(null, null, null),
    ],
  ],
  [
    'an empty group',
    'Undisclosed recipients:;',
    [address(null, 'Undisclosed recipients', null), address(null, null, null)],
  ],
  [
    'a group without its end',
    'g: a@x.test',
    [address(null, 'g', null), address(null, 'a', 'x.test'), address(null, null, null)],
  ],
  ['empty members', ', a@x.test,, b@x.test,', [address(null, 'a', 'x.test'), address(null, 'b', 'x.test')]],
  [
    'a semicolon between addresses',
    'a@x.test; b@y.test>',
    [address(null, 'a', 'x.test'), address(null, 'b', 'y.test')],
  ],
  ['no domain', 'root', [address(null, 'root', '')]],
  ['an encoded word with a comma', '=?utf-8?q?Doe,_J?= <d@x.test>', [address('=?utf-8?q?Doe,_J?=', 'd', 'x.test')]],
  ['an empty address', 'x <>', [address('x', '', '')]],
  ['a comma that is missing', 'a@x.test c@y.test, d@z.test', [address(null, 'd', 'z.test')]],
  ['brackets that are missing', 'John Doe j@x.test', []],
  ['words in brackets', 'J <john doe@x.test>', [address('J', '', '')]],
  ['nothing', '', []],
];

for (const [what, value, expected] of CASES) {
  test(`an address field with ${what}`, () => assert.deepEqual(read(value), expected));
}

test('ten thousand opening brackets are read in one pass', () => {
  assert.equal(read('<'.repeat(10_000)).length, 1);
  assert.equal(read('('.repeat(10_000)).length, 0);
});

test('no more is read than there is budget for, and no half address', () => {
  assert.deepEqual(read('a@x.test, bb@y.test, c@z.test', 9), [address(null, 'a', 'x.test')]);
  assert.deepEqual(read('a@x.test', 2), []);
});
