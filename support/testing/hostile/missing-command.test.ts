/** A server that has not got NOOP or QUIT: only the scenarios about them fail, and whatever merely uses them is blocked. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { judgedBy } from '../../judged-by';
import { startBundled } from '../../targets/embedded';
import { runAgainst } from './run-against';

type Protocol = 'smtp' | 'pop3' | 'imap';

const CASES: [protocol: Protocol, command: string, reply: string, only: string][] = [
  ['smtp', 'NOOP', '500 not known', 'smtp/noop,smtp/robustness/smuggling'],
  ['smtp', 'QUIT', '500 not known', 'smtp/quit,smtp/greeting,smtp/trace'],
  ['pop3', 'QUIT', '-ERR not known', 'pop3/quit,pop3/numbers'],
  ['imap', 'NOOP', 'BAD not known', 'imap/any-state/session,imap/selected/copy'],
];

const ACCOUNTS = [
  { address: 'a@example.test', password: 'secret-1' },
  { address: 'b@example.test', password: 'secret-2' },
];

for (const [protocol, command, reply, only] of CASES) {
  test(`${protocol} without ${command}`, async () => {
    const server = await startBundled({
      domains: ['example.test'],
      accounts: ACCOUNTS,
      listen: { smtp: { port: 0 }, pop3: { port: 0 }, imap: { port: 0 } },
      faults: [{ protocol, command, reply }],
    });
    const service = Object.entries(server.ports).map(([name, port]) => `${name}: { port: ${port} }`);
    try {
      const { scenarios } = await runAgainst({ port: 0, service: service.join('\n  '), only, reply: 3000 });
      const about = new RegExp(command, 'i');
      const wrong = scenarios.filter(({ verdict }) => verdict === 'fail' || verdict === 'warn');
      assert.ok(wrong.length > 0);
      assert.deepEqual(
        wrong.filter(({ id }) => !about.test(id)).map(({ id, reason }) => `${id}: ${reason}`),
        [],
      );
      const blocked = scenarios.filter(({ verdict }) => verdict === 'blocked');
      assert.ok(blocked.length > 0);
      for (const { id, reason, blockedBy } of blocked)
        assert.equal(blockedBy, judgedBy(protocol, command), `${id}: ${reason}`);
    } finally {
      await server.close();
    }
  });
}
