import assert from 'node:assert';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { openTarget } from './open';
import { prepareTarget } from './prepare';
import { parseAccount, serve } from './serve';

const directory = mkdtempSync(join(tmpdir(), 'mailspec-serve-'));
after(() => rmSync(directory, { recursive: true }));

/** Below the ports that systems give out by themselves; this process's number keeps two tests apart. */
const basePort = 10_000 + (process.pid % 20_000);

test('the server listens at the standard ports plus the base, and its target file describes it', async () => {
  const accounts = ['a@one.test:x:y', 'b@two.test:z'].map(parseAccount);
  const served = await serve({ basePort, accounts });
  try {
    assert.deepStrictEqual(served.domains, ['one.test', 'two.test']);
    assert.strictEqual(served.services.find(({ name }) => name === 'imaps')?.port, basePort + 993);
    const file = join(directory, 'served.yaml');
    served.writeTarget(file);
    const prepared = await prepareTarget({ file, wipe: false, allowRemote: false, log: () => undefined });
    const target = await openTarget(prepared.description, { seed: 1, wipe: false });
    assert.ok((await target.capabilities('imaps', 'authenticated')).has('IDLE'));
    assert.deepStrictEqual(target.account('alice').login('pop3'), { user: 'a@one.test', password: 'x:y' });
  } finally {
    await served.close();
  }
});

test('a port in use is told with what to do', async () => {
  const other = createServer();
  const base = basePort + 1_000;
  await new Promise<void>((resolve) => other.listen(base + 110, '127.0.0.1', resolve));
  try {
    await assert.rejects(serve({ basePort: base, accounts: [] }), {
      code: 'port-in-use',
      message: `port ${base + 110} is in use; choose another --base-port`,
    });
  } finally {
    other.close();
  }
});

for (const wrong of ['a@example.test', 'a:secret', 'a@example.test:', '']) {
  test(`"${wrong}" is no account`, () => {
    assert.throws(() => parseAccount(wrong), { name: 'UsageError', code: 'account-invalid' });
  });
}
