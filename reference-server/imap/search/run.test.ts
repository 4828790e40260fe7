import assert from 'node:assert/strict';
import { test } from 'node:test';
import { startServer } from '../../server';
import { talk } from '../../testing/talk';

test('a key that is said twice means what it means once', async (t) => {
  const accounts = [{ address: 'alice@example.test', password: 'secret' }];
  const server = await startServer({ accounts, tls: 'none', listen: { imap: { port: 0 } } });
  t.after(() => server.close());
  for (const n of [1, 2]) server.deposit('alice@example.test', Buffer.from(`Subject: ${n}\r\n\r\n`));
  const searches = ['SEEN SEEN', '(SEEN SEEN)', 'UNSEEN UNSEEN', 'NOT (SEEN SEEN)', 'OR (SEEN SEEN) 2'];
  const told = await talk(
    server.ports.imap!,
    'a LOGIN alice@example.test secret',
    'b SELECT INBOX',
    'c STORE 1 FLAGS.SILENT (\\Seen)',
    ...searches.map((keys, n) => `s${n} SEARCH ${keys}`),
    'z LOGOUT',
  );
  const found = [...told.matchAll(/^\* SEARCH(.*)\r$/gm)].map(([, numbers]) => numbers!.trim());
  assert.deepEqual(found, ['1', '1', '2', '2', '1 2']);
});
