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

test('a field that is there twice, by its own key and as a header', async (t) => {
  const accounts = [{ address: 'alice@example.test', password: 'secret' }];
  const server = await startServer({ accounts, tls: 'none', listen: { imap: { port: 0 } } });
  t.after(() => server.close());
  const letter = 'To: bob@a.test\r\nto : carol@a.test\r\nX-To: dan@a.test\r\n\r\nTo: erin@a.test\r\n';
  server.deposit('alice@example.test', Buffer.from(letter));
  server.deposit('alice@example.test', Buffer.from('Subject: none\r\n\r\n'));
  const searches = ['TO bob', 'HEADER To CAROL', 'HEADER to ""', 'HEADER X-To dan', 'HEADER To dan', 'TEXT erin'];
  searches.push('BODY bob', 'HEADER To {21}\r\nbob@a.test\r\ncarol@a.t', 'HEADER X-None ""');
  const told = await talk(
    server.ports.imap!,
    'a LOGIN alice@example.test secret',
    'b SELECT INBOX',
    ...searches.map((keys, n) => `s${n} SEARCH ${keys.replace(/\{(\d+)\}/, '{$1+}')}`),
    'z LOGOUT',
  );
  const found = [...told.matchAll(/^\* SEARCH(.*)\r$/gm)].map(([, numbers]) => numbers!.trim());
  assert.deepEqual(found, ['1', '1', '1', '1', '', '1', '', '', '']);
});
