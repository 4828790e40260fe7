import assert from 'node:assert/strict';
import { test } from 'node:test';
import { startFakeServer, type Turn } from '../../testing/fake-server';
import { triedCommands } from './tried';

/** Tries what a server knows that answers so to LIST, then UIDL, then TOP. */
async function tried(turns: Turn[], fill?: () => Promise<void>): Promise<string[]> {
  const server = await startFakeServer({ turns: ['+OK\r\n', '+OK\r\n', '+OK\r\n', ...turns, '+OK\r\n'] });
  const service = { name: 'pop3', host: '127.0.0.1', port: server.port, tls: 'none', login: 'plain' } as const;
  try {
    const endpoint = { service, tls: { servername: 'localhost' }, timeout: 2000 };
    return [...(await triedCommands(endpoint, { user: 'ann', password: 'secret' }, fill)).keys()];
  } finally {
    await server.close();
  }
}

const UIDS = '+OK\r\n1 a\r\n.\r\n';
const HEAD = '+OK\r\nSubject: x\r\n\r\n.\r\n';

test('what is carried out is known', async () => {
  assert.deepEqual(await tried([UIDS, HEAD]), ['USER', 'UIDL', 'TOP']);
  assert.deepEqual(await tried([UIDS, '-ERR what?\r\n']), ['USER', 'UIDL']);
  assert.deepEqual(await tried(['-ERR what?\r\n', '-ERR what?\r\n']), ['USER']);
});

test('a server that hangs up on what it does not know has no more', async () => {
  assert.deepEqual(await tried(['close']), ['USER']);
});

test('an empty maildrop gets a message, another one none', async () => {
  let filled = 0;
  const fill = async () => {
    filled++;
  };
  // The fake server says the same in both sessions: to LIST an empty list, which is what it then says to UIDL too.
  await tried(['+OK\r\n.\r\n', '-ERR\r\n'], fill);
  assert.equal(filled, 1);
  await tried(['+OK\r\n1 120\r\n.\r\n', '-ERR\r\n'], fill);
  assert.equal(filled, 1);
});
