import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isServiceUrl, type SpokenTarget, targetInWords } from './spoken';

const ACCOUNTS = ['a@example.test:secret:1', 'b@example.test:env:B_PASSWORD'];
const said = (more: Partial<SpokenTarget>) => targetInWords({ urls: [], accounts: ACCOUNTS, ...more });

test('services stand where the URLs say, else on their own ports', () => {
  const { services } = said({
    urls: ['smtp://127.0.0.1:2525', 'pop3s://mail.example.test/', 'imap://[::1]:2143', 'smtps://h'],
  });
  assert.deepEqual(services, {
    smtp: { host: '127.0.0.1', port: 2525 },
    pop3s: { host: 'mail.example.test', port: 995 },
    imap: { host: '::1', port: 2143 },
    submissions: { host: 'h', port: 465 },
  });
});

test('a password may hold colons, or stand in the environment', () => {
  assert.deepEqual(said({}).accounts, [
    { address: 'a@example.test', password: 'secret:1' },
    { address: 'b@example.test', password: { env: 'B_PASSWORD' } },
  ]);
});

test('nothing is emptied, and an address without a mailbox is made up, unless it is said', () => {
  const { disposable, unknown, domains } = said({});
  assert.deepEqual([disposable, unknown, domains], [false, 'nobody-has-this@example.test', ['example.test']]);
});

test('what is not understood says what to write, and no password', () => {
  const refused: [Partial<SpokenTarget>, RegExp][] = [
    [{ urls: ['smpt://127.0.0.1'] }, /smpt is no service; did you mean smtp\?/],
    [{ urls: ['gopher://127.0.0.1'] }, /gopher is no service; there are smtp, /],
    [{ urls: ['smtp://h:1', 'smtp://h:2'] }, /^smtp:\/\/h:2: smtp is said twice/],
    [{ urls: ['smtp://127.0.0.1:99999'] }, /write smtp:\/\/127\.0\.0\.1:25$/],
    [{ urls: ['smtp://'] }, /write smtp:/],
    [{ accounts: ['a:secret', 'b:secret'] }, /^--account a: write a@example\.test:password/],
    [{ accounts: ['a@example.test:secret'] }, /^two mailboxes are needed/],
  ];
  for (const [more, message] of refused) assert.throws(() => said(more), { name: 'UsageError', message });
});

test('a word with a scheme is a service, a topic is none', () => {
  assert.deepEqual(['smtp://h', 'smtp/order', 'RFC 5321 §4.1'].map(isServiceUrl), [true, false, false]);
});
