import assert from 'node:assert';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { type Issued, issue } from '../../support/authority';
import { renew } from './serve';
import { accountsOf, credentialsOf, parseAccount, parseSmarthost, serverOptions } from './serve-options';

const options = { basePort: 2000, account: [], defect: [], trust: [], relayDns: [] };

test('the standard ports lie above the base, and base 0 takes free ones', () => {
  const { listen } = serverOptions(options, () => {});
  assert.deepEqual(
    Object.entries(listen ?? {}).map(([name, { port }]) => `${name} ${port}`),
    [
      'smtp 2025',
      'submission 2587',
      'submissions 2465',
      'lmtp 2024',
      'pop3 2110',
      'pop3s 2995',
      'imap 2143',
      'imaps 2993',
    ],
  );
  assert.equal(serverOptions({ ...options, basePort: 0 }, () => {}).listen?.imap?.port, 0);
});

test('more connections are borne when that is asked for', () => {
  assert.equal(serverOptions(options, () => {}).limits, undefined);
  assert.deepEqual(serverOptions({ ...options, connections: 5000 }, () => {}).limits, { connections: 5000 });
});

test('accounts bring their domains', () => {
  const account = ['a@one.test:x', 'b@two.test:y:z', 'c@one.test:q'];
  assert.deepEqual(serverOptions({ ...options, account }, () => {}).domains, ['one.test', 'two.test']);
  assert.equal(accountsOf(options).length, 3);
});

test('an account is an address and a password, which may hold colons', () => {
  assert.deepEqual(parseAccount('b@two.test:y:z'), { address: 'b@two.test', password: 'y:z' });
  for (const wrong of ['a', 'a@b', 'a@b:', '@b:c', 'a@:c']) {
    assert.throws(() => parseAccount(wrong), { name: 'UsageError' }, wrong);
  }
});

test('mail is handed on only where something was said of it', () => {
  assert.equal(serverOptions(options, () => {}).relay, undefined);
  const relay = { trust: ['127.0.0.1'], relayDns: ['127.0.0.1:53'], relayPort: 2526, smarthost: '[::1]:2525' };
  assert.deepEqual(serverOptions({ ...options, ...relay }, () => {}).relay, {
    networks: ['127.0.0.1'],
    nameServers: ['127.0.0.1:53'],
    port: 2526,
    smarthost: { host: '::1', port: 2525 },
  });
});

test('a smarthost is a host and a port', () => {
  assert.deepEqual(parseSmarthost('mail.example.test:25'), { host: 'mail.example.test', port: 25 });
  for (const wrong of ['mail.example.test', ':25', 'a:b', '::1:25']) {
    assert.throws(() => parseSmarthost(wrong), { name: 'UsageError' }, wrong);
  }
});

test('a certificate comes from two files, which are read anew when that is asked for', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'serve-'));
  const files = { ...options, tlsCert: join(folder, 'cert'), tlsKey: join(folder, 'key') };
  const lay = ({ cert, key }: Issued) => {
    writeFileSync(files.tlsCert, cert);
    writeFileSync(files.tlsKey, key);
  };
  const [one, newer] = await Promise.all(
    ['one.example.test', 'newer.example.test'].map((name) => issue({ for: [name] })),
  );
  assert.throws(() => serverOptions({ ...options, tlsCert: 'cert' }, () => {}), /write --tls-cert FILE --tls-key FILE/);
  assert.throws(() => credentialsOf(files), /cannot be read/);
  lay(one!);
  const { tlsCredentials, tlsStrength } = serverOptions({ ...files, tlsOldest: 'TLSv1.3' }, () => {});
  assert.deepEqual([tlsCredentials, tlsStrength], [one, { oldest: 'TLSv1.3' }]);
  lay(newer!);
  const said: string[] = [];
  const renewed: unknown[] = [];
  const server = { renewTls: (credentials: unknown) => void renewed.push(credentials) };
  renew(server, files, (line) => said.push(line));
  lay({ cert: one!.cert, key: newer!.key });
  renew(server, files, (line) => said.push(line));
  rmSync(folder, { recursive: true });
  renew(server, files, (line) => said.push(line));
  assert.deepEqual(renewed, [newer]);
  assert.equal(said[0], 'tls: the certificate was read anew');
  assert.match(said[1] ?? '', /^tls: the certificate stays as it was: --tls-key \S+ is not the key of --tls-cert/);
  assert.match(said[2] ?? '', /^tls: the certificate stays as it was: .* cannot be read/);
});

test('a file that holds no certificate, or no key, is told apart from a key that is another one', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'serve-'));
  const files = { ...options, tlsCert: join(folder, 'cert'), tlsKey: join(folder, 'key') };
  const { cert, key } = await issue({ for: ['one.example.test'] });
  const laid = (first: string, second: string) => {
    writeFileSync(files.tlsCert, first);
    writeFileSync(files.tlsKey, second);
    return () => credentialsOf(files);
  };
  assert.throws(laid('nothing', key), /^UsageError: --tls-cert \S+ holds none: write a file of PEM/);
  assert.throws(laid(cert, 'nothing'), /^UsageError: --tls-key \S+ holds none: write a file of PEM/);
  rmSync(folder, { recursive: true });
});
