import assert from 'node:assert';
import { connect } from 'node:net';
import { after, before, test } from 'node:test';
import { DescribedTarget } from './described/described-target';
import { openEmbedded, type RunningServer, servicesOf, startBundled } from './embedded';
import type { TargetSettings } from './settings';
import type { ServiceName, Target } from './target';

const MESSAGE = Buffer.from('From: x@elsewhere.test\r\nSubject: one\r\n\r\n.dots\r\n..\r\n\xe4\r\n', 'latin1');
const PASSWORD = 'secret-1';

let bundled: Target;
let server: RunningServer;

before(async () => {
  bundled = await openEmbedded({ kind: 'embedded' });
  const names: ServiceName[] = ['smtp', 'lmtp', 'pop3', 'pop3s', 'imap', 'imaps', 'submission'];
  const listen = Object.fromEntries(names.map((name) => [name, { port: 0 }]));
  const accounts = ['a', 'b'].map((name) => ({ address: `${name}@example.test`, password: PASSWORD }));
  server = await startBundled({ domains: ['example.test'], accounts, listen });
});

after(async () => {
  await bundled.close();
  await server.close();
});

/** The same kind of server, seen through its services only. */
function described(names: ServiceName[], changes: Partial<TargetSettings> = {}): DescribedTarget {
  const services = servicesOf(server).filter(({ name }) => names.includes(name));
  const settings: TargetSettings = {
    name: 'described',
    directory: '/',
    domains: ['example.test'],
    accounts: ['a', 'b'].map((name) => {
      const address = `${name}@example.test`;
      return { address, user: address, password: PASSWORD, logins: {} };
    }),
    disposable: true,
    sender: 'someone@elsewhere.test',
    services,
    tls: { ca: server.ca, servername: 'localhost' },
    profiles: {},
    limits: { badLogins: 1, errors: 3, connections: 10 },
    timing: { reply: 5_000, delivery: 5_000, retry: 0, giveUp: 0, silence: 0 },
    ...changes,
  };
  return new DescribedTarget({ kind: 'file', settings, profiles: {} }, { wipe: false });
}

/** Speaks IMAP as the first account; gives all that the server said. */
function imap(...commands: string[]): Promise<string> {
  const lines = [`LOGIN a@example.test ${PASSWORD}`, ...commands, 'LOGOUT'];
  return new Promise((resolve, reject) => {
    let said = '';
    const socket = connect(server.ports.imap!, '127.0.0.1').setEncoding('utf8').on('error', reject);
    socket.on('data', (text: string) => {
      said += text;
    });
    socket.on('close', () => resolve(said)).write(lines.map((line, n) => `t${n} ${line}\r\n`).join(''));
  });
}

test('every scenario has fresh accounts', async () => {
  await bundled.beginScenario();
  const first = bundled.account('alice');
  assert.strictEqual(bundled.account('alice'), first);
  await bundled.put(first, MESSAGE);
  assert.deepStrictEqual((await bundled.inbox(first)).messages, [MESSAGE]);
  await bundled.beginScenario();
  assert.notStrictEqual(bundled.account('alice').address, first.address);
  assert.deepStrictEqual((await bundled.inbox(bundled.account('alice'))).messages, []);
});

test('another profile is another server, started once', async () => {
  const small = await bundled.inProfile('small-messages');
  assert.strictEqual(await bundled.inProfile('small-messages'), small);
  assert.deepStrictEqual((await small.capabilities('smtp', 'greeted')).get('SIZE'), ['10000']);
  assert.notDeepStrictEqual((await bundled.capabilities('smtp', 'greeted')).get('SIZE'), ['10000']);
});

const WAYS: [title: string, services: ServiceName[]][] = [
  ['IMAP', ['imap']],
  ['IMAP under TLS', ['imaps']],
  ['LMTP and POP3', ['lmtp', 'pop3']],
  ['SMTP and POP3 under TLS', ['smtp', 'pop3s']],
];

for (const [title, services] of WAYS) {
  test(`a message is put, read and removed by ${title}`, async () => {
    const target = described(services);
    const account = target.account('alice');
    await target.empty(account);
    await target.put(account, MESSAGE);
    await target.put(account, MESSAGE);
    const { messages: found } = await target.inbox(account);
    assert.strictEqual(found.length, 2);
    assert.ok(
      found.every((message) => message.subarray(-MESSAGE.length).equals(MESSAGE)),
      String(found[0]),
    );
    await target.empty(account);
    assert.deepStrictEqual((await target.inbox(account)).messages, []);
  });
}

test('capabilities are known before TLS, under it and after login', async () => {
  const target = described(['smtp', 'pop3', 'imap', 'imaps', 'submission']);
  assert.ok((await target.capabilities('smtp', 'greeted')).has('STARTTLS'));
  assert.ok(!(await target.capabilities('smtp', 'tls')).has('STARTTLS'));
  assert.ok((await target.capabilities('pop3', 'greeted')).has('STLS'));
  assert.ok((await target.capabilities('pop3', 'authenticated')).has('UIDL'));
  assert.ok((await target.capabilities('imap', 'tls')).has('AUTH=PLAIN'));
  assert.ok((await target.capabilities('imap', 'authenticated')).has('IDLE'));
  assert.ok((await target.capabilities('imaps', 'greeted')).has('IMAP4REV1'));
  assert.ok((await target.capabilities('submission', 'authenticated')).has('SIZE'));
});

test('a submission service takes mail from its users', async () => {
  const target = described(['submission', 'imap']);
  const account = target.account('bob');
  await target.send({ from: 'a@example.test', to: [account.address] }, MESSAGE);
  assert.strictEqual((await target.inbox(account)).messages.length, 1);
});

test('mailboxes are named below the namespace and cleared away, the deepest first', async () => {
  const target = described(['imap']);
  assert.deepStrictEqual(await target.namespace(), { prefix: '', delimiter: '/' });
  const names = async () => (await imap('LIST "" *')).match(/mailspec[^\s"]*/g);
  await imap('CREATE mailspec-1', 'CREATE mailspec-1/below', 'CREATE mailspec-2');
  await target.removeMailboxes(target.account('alice'), 'mailspec-1');
  assert.deepStrictEqual(await names(), ['mailspec-2']);
});

test('a wrong password blocks', async () => {
  const wrong = [{ address: 'a@example.test', user: 'a@example.test', password: 'wrong', logins: {} }];
  for (const services of [['imap'], ['pop3']] as ServiceName[][]) {
    const target = described(services, { accounts: wrong });
    await assert.rejects(target.inbox(target.account('alice')), { kind: 'blocked', code: 'login-refused' });
  }
});

test('a recipient that is refused blocks', async () => {
  const target = described(['smtp']);
  await assert.rejects(target.send({ from: 'x@elsewhere.test', to: ['none@example.test'] }, MESSAGE), {
    kind: 'blocked',
    code: 'not-accepted',
  });
});

test('no mailbox is emptied that is not called disposable', async () => {
  const target = described(['imap'], { disposable: false });
  await assert.rejects(target.empty(target.account('alice')), { kind: 'blocked', code: 'not-disposable' });
});

test('what there is no way for does not apply', async () => {
  const target = described(['smtp']);
  await assert.rejects(target.inbox(target.account('alice')), { kind: 'not-applicable', code: 'no-reader' });
  await assert.rejects(target.inProfile('rev1-only'), { kind: 'not-applicable', code: 'no-profile' });
  await assert.rejects(target.restart(), { kind: 'not-applicable', code: 'no-restart' });
  assert.throws(() => target.account('carol'), { kind: 'not-applicable', code: 'no-accounts' });
});
