/** What stands in the way of every scenario is found before the first, and told with what to mend. */
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { settledAccount } from '../targets/described/accounts';
import { type BundledOptions, startBundled } from '../targets/embedded';
import { loadTargetFile } from '../targets/load';
import { openTarget } from '../targets/open';
import { whatToMend } from './ready';
import { tryOut } from './trial';

const ACCOUNTS = ['a', 'b'].map((name) => ({ address: `${name}@example.test`, password: `${name}-secret` }));

/** What is told of the bundled server, described with SMTP and POP3. */
async function mended(
  options: BundledOptions,
  services = ['smtp', 'pop3'],
  webmail?: { url?: string; adapter: string },
): Promise<string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'mailspec-trial-'));
  const listen = { smtp: { port: 0 }, pop3: { port: 0 }, imap: { port: 0 }, submission: { port: 0 } };
  const web = webmail && { webmail: { http: { port: 0 } } };
  const server = await startBundled({ domains: ['example.test'], accounts: ACCOUNTS, listen, ...web, ...options });
  const written = services.map((name, index) => [name, { port: [server.ports.smtp, server.ports.pop3][index] }]);
  const timing = { reply: '1s', delivery: '1s' };
  const target = {
    name: 'x',
    domains: ['example.test'],
    accounts: ACCOUNTS,
    disposable: true,
    'catch-all': true,
    timing,
  };
  const its = webmail && { webmail: { url: server.webmail.http, ...webmail } };
  writeFileSync(
    join(folder, 't.yaml'),
    JSON.stringify({ ...target, services: { ...Object.fromEntries(written), ...its } }),
  );
  const settings = loadTargetFile(join(folder, 't.yaml'));
  const opened = await openTarget({ kind: 'file', settings, profiles: {} }, { seed: 1, wipe: false });
  try {
    const accounts = settings.accounts.map(settledAccount);
    const { setbacks } = await tryOut(opened, { accounts, refused: false, mayMail: true, strict: true });
    assert.equal(server.inbox('a@example.test').length, 0);
    return setbacks.map((setback) => whatToMend(setback, 't.yaml'));
  } finally {
    await opened.close();
    await server.close();
    rmSync(folder, { recursive: true });
  }
}

test('where all is well nothing is told, and nothing is left behind', async () => {
  assert.deepEqual(await mended({}), []);
});

test('the webmail is tried with each account', async () => {
  assert.deepEqual(await mended({}, undefined, { adapter: 'reference' }), []);
  const [gone] = await mended({}, undefined, { url: 'http://127.0.0.1:1/', adapter: 'reference' });
  assert.match(
    gone ?? '',
    /^the webmail at http:\/\/127\.0\.0\.1:1 cannot be reached: .*services\.webmail\.url in t\.yaml$/,
  );
  const [other] = await mended({}, undefined, { adapter: 'roundcube' });
  assert.match(
    other ?? '',
    /^a@example\.test is not let into the webmail \(.*\): mend .*services\.webmail in t\.yaml$/,
  );
});

test('each thing that does not work is told with what to mend', async () => {
  const [swapped] = await mended({}, ['pop3', 'smtp']);
  assert.match(
    swapped ?? '',
    /^smtp at \S+ takes a connection and gives no greeting of that protocol .*port in t\.yaml$/,
  );
  const [refused] = await mended({ accounts: ACCOUNTS.map((one) => ({ ...one, password: 'other' })) });
  assert.match(refused ?? '', /^a@example\.test is not let in \(pop3 .*\): mend its user or password in t\.yaml/);
  const fault = { protocol: 'smtp', reply: '550 no' } as const;
  const [untaken] = await mended({ faults: [{ ...fault, command: 'RCPT' }] });
  assert.match(untaken ?? '', /^a message to a@example\.test is not taken \(.*550 no\): mend .* sender .* t\.yaml$/);
  assert.deepEqual(await mended({ faults: [{ ...fault, command: 'RCPT', reply: '450 later' }] }), []);
});
