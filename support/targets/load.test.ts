import assert from 'node:assert';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { loadTargetFile } from './load';
import { UsageError } from './usage-error';

const directory = mkdtempSync(join(tmpdir(), 'mailspec-load-'));
after(() => rmSync(directory, { recursive: true }));

const WHOLE = `name: Toy 1.0
domains: [example.test]
accounts:
  - { address: a@example.test, password: secret-1 }
  - address: b@example.test
    user: b
    password: { env: B_PW }
    logins: { imap: { user: imap-b } }
disposable: true
unknown: nobody@example.test
services:
  smtp: { port: 2525, tls: optional }
  pop3s: { host: mail.example.test, port: 2995 }
tls: { ca: ca.pem }
maildir: mail/{user}
launch: { command: [./run.sh], ready: smtp }
timing: { reply: 1.5s, delivery: 300ms }
limits: { errors: 10 }
`;

function load(text: string, env: NodeJS.ProcessEnv = { B_PW: 'secret-2' }) {
  writeFileSync(join(directory, 'ca.pem'), 'a certificate');
  const file = join(directory, 'target.yaml');
  writeFileSync(file, text);
  return loadTargetFile(file, env);
}

function complaints(text: string, env?: NodeJS.ProcessEnv): string[] {
  try {
    load(text, env);
  } catch (error) {
    assert.ok(error instanceof UsageError, String(error));
    return error.message.replaceAll(join(directory, 'target.yaml'), 'F').split('\n');
  }
  return assert.fail('the file was accepted');
}

test('tokens are revealed like passwords', () => {
  const secret = 'password: secret-1';
  const written = WHOLE.replace(secret, `${secret}, token: { env: A_TOKEN }, expired-token: old.token`);
  const { token, expiredToken } = load(written, { B_PW: 'x', A_TOKEN: 'good.token' }).accounts[0]!;
  assert.deepStrictEqual({ token, expiredToken }, { token: 'good.token', expiredToken: 'old.token' });
  const missing = 'F:4:59: accounts[0].token: the environment variable A_TOKEN is not set; set it to the token';
  assert.deepStrictEqual(complaints(written, { B_PW: 'x' }), [missing]);
  const [spaced] = complaints(WHOLE.replace(secret, `${secret}, token: two words`));
  assert.match(spaced!, /^F:4:59: accounts\[0\]\.token: "two words" does not have the right form/);
});

test('a whole file is filled in', () => {
  const settings = load(WHOLE);
  assert.deepStrictEqual(settings.accounts[1], {
    address: 'b@example.test',
    user: 'b',
    password: 'secret-2',
    logins: { imap: { user: 'imap-b', password: 'secret-2' } },
  });
  assert.deepStrictEqual(settings.services, [
    { name: 'smtp', host: '127.0.0.1', port: 2525, tls: 'optional', login: 'plain' },
    { name: 'pop3s', host: 'mail.example.test', port: 2995, tls: 'implicit', login: 'after-tls' },
  ]);
  assert.deepStrictEqual(settings.timing, { reply: 1500, delivery: 300 });
  assert.deepStrictEqual(settings.tls, { ca: 'a certificate', servername: 'localhost' });
  assert.strictEqual(settings.maildir, join(directory, 'mail/{user}'));
  assert.strictEqual(settings.limits.errors, 10);
});

test('the rest of the Internet is at usual ports unless they are written', () => {
  const outside = (line: string) => load(`${WHOLE}outside: ${line}\n`).outside;
  assert.deepStrictEqual(outside('{ dns: 127.0.0.77 }'), { mxPort: 25, dns: { host: '127.0.0.77', port: 53 } });
  assert.deepStrictEqual(
    outside('{ dns: 127.0.0.77:5353, mx-port: 2526, finds-itself: false, smarthost: 127.0.0.1:2527 }'),
    {
      mxPort: 2526,
      findsItself: false,
      dns: { host: '127.0.0.77', port: 5353 },
      smarthost: { host: '127.0.0.1', port: 2527 },
    },
  );
});

const WRONG: [title: string, from: string, to: string, complaint: RegExp][] = [
  ['a mistyped key', 'port: 2525', 'prot: 2525', /^F:12:11: services\.smtp\.prot: unknown key; did you mean port\?$/],
  [
    'a key of no kind',
    'name: Toy',
    'colour: red\nname: Toy',
    /^F:1:1: colour: unknown key; known here: name, domains,/,
  ],
  ['a text for a number', '2525', '"2525"', /^F:12:17: services\.smtp\.port: "2525" is not a whole number; .*2525/],
  [
    'a number for a password',
    'secret-1',
    '1234',
    /^F:4:42: accounts\[0\]\.password: this is not a text \(put it in quotes\)/,
  ],
  [
    'a wrong choice',
    'optional',
    'maybe',
    /^F:12:28: services\.smtp\.tls: "maybe" is not possible; write one of none, /,
  ],
  ['a wrong time', '1.5s', '5 seconds', /^F:17:18: timing\.reply: "5 seconds" does not have the right form; .* 5s$/],
  ['a port out of range', '2525', '70000', /^F:12:17: services\.smtp\.port: must be <= 65535; write for example 2525$/],
  [
    'an address without domain',
    'a@example',
    'a#example',
    /^F:4:16: accounts\[0\]\.address: .*write for example a@example\.test$/,
  ],
  ['a domain that is not its own', 'a@example', 'a@other', /accounts\[0\]\.address: other\.test is not one of domains/],
  ['an account twice', 'b@example', 'a@example', /^F:5:14: accounts\[1\]\.address: a@example\.test is there twice/],
  ['an unknown that is an account', 'nobody@', 'b@', /^F:10:10: unknown: is one of accounts/],
  [
    'no unknown',
    'unknown: nobody@example.test',
    '',
    /lacks the key unknown; .*nobody-here@example\.test, or catch-all: true$/,
  ],
  ['unknown and catch-all', 'disposable', 'catch-all', /^F:9:1: catch-all: contradicts unknown/],
  [
    'MX hosts without DNS',
    'name: Toy',
    'outside: { mx-port: 26 }\nname: Toy',
    /^F:1:12: outside\.mx-port: .*write dns too/,
  ],
  [
    'a name server elsewhere',
    'name: Toy',
    'outside: { dns: 9.9.9.9 }\nname: Toy',
    /^F:1:17: outside\.dns: .*127\.0\.0\.77:53$/,
  ],
  ['a sender of its own', 'disposable: true', 'sender: s@example.test', /^F:9:9: sender: must be foreign/],
  [
    'readiness of no service',
    'ready: smtp',
    'ready: imap',
    /^F:16:39: launch\.ready: imap is not one of services; .*smtp, pop3s$/,
  ],
  ['a certificate that is not there', 'ca.pem', 'cb.pem', /^F:14:12: tls\.ca: .*cb\.pem cannot be read \(ENOENT\)$/],
  ['a Maildir for all', 'mail/{user}', 'mail', /^F:15:10: maildir: "mail" does not have the right form; .*\{user\}/],
  ['a key written twice', 'disposable', 'name', /^F:9:1: Map keys must be unique$/],
  [
    'implicit TLS switched off',
    'port: 2995',
    'port: 2995, tls: none',
    /pop3s\.tls: .*write implicit, or leave it out$/,
  ],
];

for (const [title, from, to, complaint] of WRONG) {
  test(`refused with its place: ${title}`, () => {
    assert.ok(WHOLE.includes(from));
    assert.match(complaints(WHOLE.replace(from, to))[0]!, complaint);
  });
}

test('an environment variable that is not set is named', () => {
  assert.deepStrictEqual(complaints(WHOLE, {}), [
    'F:7:15: accounts[1].password: the environment variable B_PW is not set; set it to the password',
  ]);
});

test('every mistake is told, not only the first', () => {
  assert.strictEqual(complaints(WHOLE.replace('2525', '0').replace('2995', '0')).length, 2);
});

test('an empty file and a missing file are refused', () => {
  assert.match(complaints('')[0]!, /^F:1:1: nothing is not a group of keys$/);
  assert.throws(() => loadTargetFile(join(directory, 'none.yaml')), /none\.yaml: cannot be read \(ENOENT\)$/);
});

test('addresses of clients are addresses, and no stranger is trusted', () => {
  const told = (clients: string) => complaints(`${WHOLE}clients: ${clients}\n`).join('\n');
  assert.deepStrictEqual(load(`${WHOLE}clients: { stranger: 192.0.2.7 }\n`).clients, { stranger: '192.0.2.7' });
  assert.match(told('{ trusted: localhost }'), /localhost is no IP address; write for example 127\.0\.0\.1/);
  assert.match(told('{ trusted: "::1", stranger: "::1" }'), /stranger: is trusted too/);
});
